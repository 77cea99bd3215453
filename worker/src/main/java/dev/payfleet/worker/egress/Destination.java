package dev.payfleet.worker.egress;

import java.util.Locale;

/// Where a proxy request wants to go, read strictly: a spelling that the wall and the proxy might read differently
/// is refused instead of interpreted.
///
/// @param host lower case, without brackets
record Destination(String scheme, String host, int port) {
    /// The target of a CONNECT: `host:port`, both present.
    static Destination ofAuthority(String authority) throws RefusedRequestException {
        return parse("https", authority, 0);
    }

    /// The authority of an absolute-form target.
    static Destination ofHttpAuthority(String authority) throws RefusedRequestException {
        return parse("http", authority, 80);
    }

    /// `host:port`, an IPv6 address in its brackets.
    String authority() {
        return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
    }

    /// `scheme://host`, with the port where it is not the scheme's own, as browsers write it.
    String origin() {
        int usual = scheme.equals("https") ? 443 : 80;
        String authority = authority();
        return scheme + "://" + (port == usual ? authority.substring(0, authority.lastIndexOf(':')) : authority);
    }

    private static Destination parse(String scheme, String authority, int portIfMissing)
            throws RefusedRequestException {
        int hostEnd = authority.startsWith("[") ? authority.indexOf(']') + 1 : colonOrEnd(authority);
        String host = authority.startsWith("[") && hostEnd > 0
                ? ipv6(authority.substring(1, hostEnd - 1))
                : name(authority.substring(0, hostEnd));
        return new Destination(scheme, host, port(authority.substring(hostEnd), portIfMissing));
    }

    private static int colonOrEnd(String authority) {
        int colon = authority.indexOf(':');
        return colon >= 0 ? colon : authority.length();
    }

    private static String ipv6(String host) throws RefusedRequestException {
        if (host.length() < 2 || !host.chars().allMatch(c -> Character.digit(c, 16) >= 0 || c == ':' || c == '.')) {
            throw new RefusedRequestException("the target's IPv6 address");
        }
        return host.toLowerCase(Locale.ROOT);
    }

    // No percent sign, no user info, nothing beyond ASCII: browsers send host names in their final spelling.
    private static String name(String host) throws RefusedRequestException {
        if (host.isEmpty() || host.length() > 253 || !host.chars().allMatch(Destination::isNameCharacter)) {
            throw new RefusedRequestException("the target's host name");
        }
        return host.toLowerCase(Locale.ROOT);
    }

    private static boolean isNameCharacter(int c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '.'
                || c == '-'
                || c == '_';
    }

    private static int port(String text, int ifMissing) throws RefusedRequestException {
        if (text.isEmpty() && ifMissing > 0) {
            return ifMissing;
        }
        if (!text.matches(":[0-9]{1,5}")) {
            throw new RefusedRequestException("the target's port");
        }
        int port = Integer.parseInt(text.substring(1));
        if (port < 1 || port > 65535) {
            throw new RefusedRequestException("the target's port");
        }
        return port;
    }
}
