package dev.payfleet.provider.visit;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads a `Set-Cookie` header (RFC 6265, section 5.2). What a browser would ignore is empty here.
final class SetCookie {

    private static final int LONGEST = 4096;

    private final URI address;
    private final Instant now;
    private final Map<String, String> attributes;

    private SetCookie(URI address, Instant now, Map<String, String> attributes) {
        this.address = address;
        this.now = now;
        this.attributes = attributes;
    }

    static Optional<Cookie> read(String header, URI address, Instant now) {
        String[] parts = header.split(";");
        int equals = parts.length == 0 ? -1 : parts[0].indexOf('=');
        if (equals < 1 || header.length() > 2 * LONGEST || parts[0].length() > LONGEST || holdsControls(header)) {
            return Optional.empty();
        }
        Map<String, String> attributes = new HashMap<>();
        for (int i = 1; i < parts.length; i++) {
            String[] pair = parts[i].split("=", 2);
            attributes.put(pair[0].strip().toLowerCase(Locale.ROOT), pair.length == 2 ? pair[1].strip() : "");
        }
        String name = parts[0].substring(0, equals).strip();
        return new SetCookie(address, now, attributes)
                .cookie(name, parts[0].substring(equals + 1).strip());
    }

    private Optional<Cookie> cookie(String name, String value) {
        String host = address.getHost().toLowerCase(Locale.ROOT);
        String asked = attributes.getOrDefault("domain", "").toLowerCase(Locale.ROOT);
        String domain = asked.isEmpty() ? host : asked.startsWith(".") ? asked : "." + asked;
        boolean secure = attributes.containsKey("secure");
        boolean hostOnly = asked.isEmpty();
        if (name.isEmpty() || !CookieScope.domainMatches(domain, host) || !keepsItsPrefix(name, secure, hostOnly)) {
            return Optional.empty();
        }
        // A domain that is the address of a machine can only mean that machine.
        String kept = domain.equals("." + host) && host.matches("[0-9.]+|\\[.*") ? host : domain;
        boolean httpOnly = attributes.containsKey("httponly");
        return Optional.of(new Cookie(name, value, kept, path(), expires(), httpOnly, secure));
    }

    private boolean keepsItsPrefix(String name, boolean secure, boolean hostOnly) {
        if (name.startsWith("__Host-")) {
            return secure && hostOnly && "/".equals(attributes.get("path"));
        }
        return secure || !name.startsWith("__Secure-");
    }

    private String path() {
        String asked = attributes.getOrDefault("path", "");
        if (asked.startsWith("/")) {
            return asked;
        }
        String path = CookieScope.pathOf(address);
        int last = path.lastIndexOf('/');
        return last <= 0 ? "/" : path.substring(0, last);
    }

    private @Nullable Instant expires() {
        String maxAge = attributes.get("max-age");
        if (maxAge != null && maxAge.matches("-?\\d{1,10}")) {
            long seconds = Long.parseLong(maxAge);
            return seconds <= 0 ? Instant.EPOCH : now.plusSeconds(seconds);
        }
        String expires = attributes.get("expires");
        return expires == null ? null : date(expires);
    }

    /// The date of the header, or null (a session cookie) where it is none, as in browsers.
    private static @Nullable Instant date(String text) {
        try {
            // Servers still write the hyphens of RFC 850.
            return Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text.replace('-', ' ')));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static boolean holdsControls(String header) {
        return header.chars().anyMatch(c -> (c < 0x20 && c != '\t') || c == 0x7f);
    }
}
