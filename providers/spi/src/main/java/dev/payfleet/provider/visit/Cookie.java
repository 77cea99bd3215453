package dev.payfleet.provider.visit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A cookie as a browser keeps it, and as the storage state of Playwright holds it.
///
/// @param name its name
/// @param value its value: as good as a password while the session lives
/// @param domain a host, or with a leading dot a host and all beneath it; lower case
/// @param path the path it is for, with all beneath it
/// @param expires when it ends; null at the end of the session
/// @param httpOnly whether it is kept from scripts
/// @param secure whether it travels over TLS alone (loopback counts as safe, as in browsers)
public record Cookie(
        String name,
        String value,
        String domain,
        String path,
        @Nullable Instant expires,
        boolean httpOnly,
        boolean secure) {

    /// Refuses an empty name or domain, and a path that does not begin with a slash.
    public Cookie {
        if (name.isEmpty() || domain.isEmpty() || domain.equals(".")) {
            throw new IllegalArgumentException("cookie name and domain must not be empty");
        }
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("cookie path must begin with a slash");
        }
    }

    boolean isExpired(Instant now) {
        return expires != null && !expires.isAfter(now);
    }

    boolean isSameAs(Cookie other) {
        return name.equals(other.name) && domain.equals(other.domain) && path.equals(other.path);
    }

    /// Name, domain and path; the value is a secret.
    @Override
    public String toString() {
        return "Cookie[name=" + name + ", value=<redacted>, domain=" + domain + ", path=" + path + "]";
    }
}
