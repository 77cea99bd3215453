package dev.payfleet.worker.http;

import dev.payfleet.provider.visit.Cookie;
import dev.payfleet.session.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The stored session as Playwright writes it (cookies, local storage, IndexedDB), read and written for HTTP: only the
/// cookies are of use there, and everything else is kept as it is.
final class StorageState {
    private static final JsonMapper JSON = JsonMapper.shared();

    private StorageState() {}

    /// The cookies in it.
    static List<Cookie> cookies(Secret state) {
        List<Cookie> cookies = new ArrayList<>();
        for (JsonNode node : tree(state).path("cookies")) {
            cookies.add(new Cookie(
                    node.path("name").asString(),
                    node.path("value").asString(),
                    node.path("domain").asString().toLowerCase(Locale.ROOT),
                    node.path("path").asString("/"),
                    expiry(node.path("expires").asDouble(-1)),
                    node.path("httpOnly").asBoolean(false),
                    node.path("secure").asBoolean(false)));
        }
        return cookies;
    }

    /// The same state with these cookies in place of its own. A cookie that was there keeps what HTTP does not know of
    /// it, such as its `SameSite`.
    static Secret with(Secret state, List<Cookie> cookies) {
        ObjectNode root = (ObjectNode) tree(state);
        JsonNode before = root.path("cookies");
        ArrayNode after = JSON.createArrayNode();
        cookies.forEach(cookie -> after.add(written(cookie, before)));
        root.set("cookies", after);
        return Secret.takeOwnershipOf(JSON.writeValueAsBytes(root));
    }

    private static ObjectNode written(Cookie cookie, JsonNode before) {
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

    private static JsonNode tree(Secret state) {
        return JSON.readTree(new String(state.bytes(), StandardCharsets.UTF_8));
    }
}
