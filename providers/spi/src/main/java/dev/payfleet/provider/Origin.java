package dev.payfleet.provider;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Scheme, host and port: the unit of the wall around an adapter. Host names are lower case; IPv6 hosts stand in
/// brackets.
///
/// @param scheme `https`, or `http` where the host is loopback (fixtures)
/// @param host a full host name or address, never a wildcard
/// @param port 1 to 65535; the scheme's own port where the address names none
public record Origin(String scheme, String host, int port) {

    private static final Pattern HOST = Pattern.compile("[a-z0-9]([a-z0-9.-]*[a-z0-9])?|\\[[0-9a-f:.]+]");
    private static final Pattern LOOPBACK_V4 = Pattern.compile("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");
    private static final Set<String> LOOPBACK_NAMES = Set.of("localhost", "[::1]");

    /// Throws [IllegalArgumentException] for anything but a full origin.
    public Origin {
        if (host.contains("*")) {
            throw refused("must not hold a wildcard");
        }
        if (!HOST.matcher(host).matches()) {
            throw refused("must name a host, in lower case");
        }
        if (port < 1 || port > 65_535) {
            throw refused("must have a port from 1 to 65535");
        }
        if (!scheme.equals("https") && !(scheme.equals("http") && loopback(host))) {
            throw refused("must be https (http is for loopback alone)");
        }
    }

    /// Reads an origin such as `https://pay.example.com` or `http://127.0.0.1:8080`.
    ///
    /// @throws IllegalArgumentException where it is not one, or has a path, a query or user information
    public static Origin of(String text) {
        if (text.contains("*")) {
            throw refused("must not hold a wildcard");
        }
        URI uri;
        try {
            uri = URI.create(text);
        } catch (IllegalArgumentException e) {
            throw refused("must be an address such as https://pay.example.com");
        }
        if (uri.getRawUserInfo() != null) {
            throw refused("must not hold user information");
        }
        if (!isEmpty(uri.getRawPath()) || uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw refused("must end after host and port");
        }
        return of(uri);
    }

    /// The origin of an address; its path and query are left out.
    ///
    /// @throws IllegalArgumentException where the address has no origin of a scheme and host that may be
    ///         declared
    public static Origin of(URI uri) {
        if (uri.getScheme() == null || uri.getHost() == null) {
            throw refused("must be an address such as https://pay.example.com");
        }
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        return new Origin(scheme, host, uri.getPort() == -1 ? ownPort(scheme) : uri.getPort());
    }

    /// Whether an address is of this origin; the address's own port is its scheme's where it names none.
    public boolean isOriginOf(URI address) {
        int named = address.getPort() == -1 ? ownPort(scheme) : address.getPort();
        return scheme.equalsIgnoreCase(address.getScheme())
                && host.equalsIgnoreCase(address.getHost())
                && port == named;
    }

    /// The address of a path of this origin.
    ///
    /// @param path absolute, with its query where it has one, both already encoded
    public URI resolve(String path) {
        if (!path.startsWith("/") || path.startsWith("//")) {
            throw new IllegalArgumentException("path must begin with one slash");
        }
        return URI.create(this + path);
    }

    /// Whether the host is this machine, where fixtures are served without TLS.
    public boolean isLoopback() {
        return loopback(host);
    }

    /// As a browser writes it: without the scheme's own port.
    @Override
    public String toString() {
        boolean own = port == ownPort(scheme);
        return scheme + "://" + host + (own ? "" : ":" + port);
    }

    private static int ownPort(String scheme) {
        return scheme.equals("http") ? 80 : 443;
    }

    private static boolean loopback(String host) {
        return LOOPBACK_NAMES.contains(host) || LOOPBACK_V4.matcher(host).matches();
    }

    private static boolean isEmpty(String path) {
        return path == null || path.isEmpty();
    }

    private static IllegalArgumentException refused(String reason) {
        return new IllegalArgumentException("origin " + reason);
    }
}
