package dev.payfleet.worker.http;

import dev.payfleet.provider.visit.Cookie;
import dev.payfleet.session.Secret;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What a browser keeps of a session, as it is stored: the storage state that Playwright writes (cookies, local
/// storage, IndexedDB), with the `sessionStorage` of each origin beside its `localStorage`, which Playwright leaves
/// out. Whatever is not read here is kept as it is.
public final class BrowserState {
    private static final JsonMapper JSON = JsonMapper.shared();
    static final String SESSION = "sessionStorage";
    static final String LOCAL = "localStorage";
    static final String DATABASES = "indexedDB";

    private final ObjectNode root;

    private BrowserState(ObjectNode root) {
        this.root = root;
    }

    /// Reads a stored state. What is none reads as an empty one.
    public static BrowserState read(Secret state) {
        try {
            JsonNode node = JSON.readTree(new String(state.bytes(), StandardCharsets.UTF_8));
            return new BrowserState(node instanceof ObjectNode object ? object : JSON.createObjectNode());
        } catch (JacksonException e) {
            // Without a word of it, which is as secret as a password.
            return new BrowserState(JSON.createObjectNode());
        }
    }

    /// The state without what Playwright does not know; the very same where it knows all.
    public static Secret forPlaywright(Secret state) {
        BrowserState read = read(state);
        if (read.session().isEmpty()) {
            return state;
        }
        read.root.path("origins").forEach(origin -> ((ObjectNode) origin).remove(SESSION));
        return read.secret();
    }

    /// A state of Playwright's with the `sessionStorage` of these origins beside it.
    public static Secret withSession(Secret playwrights, Map<String, Map<String, String>> session) {
        BrowserState read = read(playwrights);
        read.write(SESSION, session);
        return read.secret();
    }

    /// These of its values alone.
    BrowserState only(WhichValues which) {
        return new BrowserState(StateParts.only(root, which));
    }

    /// The same with the values of another state beside its own, or in place of them.
    BrowserState together(BrowserState other) {
        return new BrowserState(StateParts.together(root, other.root));
    }

    /// Whether it holds no value at all.
    boolean isEmpty() {
        return root.path("cookies").isEmpty() && root.path("origins").isEmpty();
    }

    /// Whether both hold the same values, however long each may last.
    boolean hasSameValuesAs(BrowserState other) {
        return cookieValues().equals(other.cookieValues())
                && local().equals(other.local())
                && session().equals(other.session())
                && databases().equals(other.databases());
    }

    private Set<List<String>> cookieValues() {
        return cookies().stream()
                .map(cookie -> List.of(cookie.name(), cookie.domain(), cookie.path(), cookie.value()))
                .collect(Collectors.toSet());
    }

    private Set<JsonNode> databases() {
        return root.path("origins")
                .valueStream()
                .flatMap(origin -> origin.path(DATABASES).valueStream())
                .collect(Collectors.toSet());
    }

    /// The cookies in it.
    List<Cookie> cookies() {
        List<Cookie> cookies = new ArrayList<>();
        for (JsonNode node : root.path("cookies")) {
            cookies.add(StoredCookie.read(node));
        }
        return cookies;
    }

    /// `localStorage` by origin.
    Map<String, Map<String, String>> local() {
        return items(LOCAL);
    }

    /// `sessionStorage` by origin; an origin without any is left out.
    public Map<String, Map<String, String>> session() {
        return items(SESSION);
    }

    /// The same state with these in place of its own.
    Secret with(
            List<Cookie> cookies, Map<String, Map<String, String>> local, Map<String, Map<String, String>> session) {
        JsonNode before = root.path("cookies");
        ArrayNode after = JSON.createArrayNode();
        cookies.forEach(cookie -> after.add(StoredCookie.write(cookie, before)));
        root.set("cookies", after);
        write(LOCAL, local);
        write(SESSION, session);
        return secret();
    }

    private Map<String, Map<String, String>> items(String area) {
        Map<String, Map<String, String>> byOrigin = new LinkedHashMap<>();
        for (JsonNode origin : root.path("origins")) {
            Map<String, String> items = new LinkedHashMap<>();
            for (JsonNode item : origin.path(area)) {
                items.put(item.path("name").asString(), item.path("value").asString());
            }
            if (!items.isEmpty()) {
                byOrigin.put(origin.path("origin").asString().toLowerCase(Locale.ROOT), items);
            }
        }
        return byOrigin;
    }

    private void write(String area, Map<String, Map<String, String>> byOrigin) {
        byOrigin.forEach((origin, items) -> {
            ObjectNode entry = entryOf(origin);
            ArrayNode array = JSON.createArrayNode();
            items.forEach((name, value) ->
                    array.add(JSON.createObjectNode().put("name", name).put("value", value)));
            entry.set(area, array);
        });
    }

    /// Playwright asks for a local storage in every entry.
    private ObjectNode entryOf(String origin) {
        Optional<ObjectNode> known = root.path("origins")
                .valueStream()
                .filter(node -> node.path("origin").asString().equalsIgnoreCase(origin))
                .map(ObjectNode.class::cast)
                .findFirst();
        return known.orElseGet(() -> {
            ArrayNode origins = root.path("origins") instanceof ArrayNode array ? array : root.putArray("origins");
            ObjectNode entry = origins.addObject().put("origin", origin);
            entry.putArray(LOCAL);
            return entry;
        });
    }

    /// As it is stored.
    Secret secret() {
        return Secret.takeOwnershipOf(JSON.writeValueAsBytes(root));
    }

    /// Nothing of the state.
    @Override
    public String toString() {
        return "BrowserState[<redacted>]";
    }
}
