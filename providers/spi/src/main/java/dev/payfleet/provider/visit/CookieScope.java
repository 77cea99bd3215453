package dev.payfleet.provider.visit;

import dev.payfleet.provider.Origin;
import java.net.URI;

/// To which addresses a cookie is sent (RFC 6265, sections 5.1.3 and 5.1.4).
final class CookieScope {

    private CookieScope() {}

    static boolean admits(Cookie cookie, URI address) {
        return admits(cookie, Origin.of(address), address);
    }

    /// @param origin of the address
    static boolean admits(Cookie cookie, Origin origin, URI address) {
        boolean safe = origin.scheme().equals("https") || origin.isLoopback();
        return domainMatches(cookie.domain(), origin.host())
                && pathMatches(cookie.path(), pathOf(address))
                && (safe || !cookie.secure());
    }

    static boolean domainMatches(String domain, String host) {
        if (!domain.startsWith(".")) {
            return domain.equals(host);
        }
        return host.equals(domain.substring(1)) || (host.endsWith(domain) && !isAddress(host));
    }

    static boolean pathMatches(String cookiePath, String path) {
        if (!path.startsWith(cookiePath)) {
            return false;
        }
        return path.length() == cookiePath.length()
                || cookiePath.endsWith("/")
                || path.charAt(cookiePath.length()) == '/';
    }

    static String pathOf(URI address) {
        String path = address.getRawPath();
        return path == null || path.isEmpty() ? "/" : path;
    }

    private static boolean isAddress(String host) {
        return host.startsWith("[") || host.matches("[0-9.]+");
    }
}
