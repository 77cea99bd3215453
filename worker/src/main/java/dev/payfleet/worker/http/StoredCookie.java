package dev.payfleet.worker.http;

import dev.payfleet.provider.visit.Cookie;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A cookie as Playwright writes it.
final class StoredCookie {
    private static final JsonMapper JSON = JsonMapper.shared();

    private StoredCookie() {}

    static Cookie read(JsonNode node) {
        return new Cookie(
                node.path("name").asString(),
                node.path("value").asString(),
                node.path("domain").asString().toLowerCase(Locale.ROOT),
                node.path("path").asString("/"),
                expiry(node.path("expires").asDouble(-1)),
                node.path("httpOnly").asBoolean(false),
                node.path("secure").asBoolean(false));
    }

    /// A cookie that was there before keeps what HTTP does not know of it, such as its `SameSite`.
    static ObjectNode write(Cookie cookie, JsonNode before) {
        ObjectNode node = JSON.createObjectNode();
        node.put("name", cookie.name());
        node.put("value", cookie.value());
        node.put("domain", cookie.domain());
        node.put("path", cookie.path());
        Instant expires = cookie.expires();
        node.put("expires", expires == null ? -1 : expires.toEpochMilli() / 1000.0);
        node.put("httpOnly", cookie.httpOnly());
        node.put("secure", cookie.secure());
        node.put("sameSite", sameSite(cookie, before));
        return node;
    }

    private static String sameSite(Cookie cookie, JsonNode before) {
        for (JsonNode old : before) {
            if (old.path("name").asString().equals(cookie.name())
                    && old.path("domain").asString().equalsIgnoreCase(cookie.domain())
                    && old.path("path").asString("/").equals(cookie.path())) {
                return old.path("sameSite").asString("Lax");
            }
        }
        return "Lax";
    }

    private static @Nullable Instant expiry(double seconds) {
        return seconds < 0 ? null : Instant.ofEpochMilli((long) (seconds * 1000));
    }
}
