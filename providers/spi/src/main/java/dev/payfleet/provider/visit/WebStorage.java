package dev.payfleet.provider.visit;

import dev.payfleet.provider.Origin;
import dev.payfleet.provider.StoredValue;
import dev.payfleet.provider.json.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What a site keeps in the browser besides cookies, by origin: `localStorage` and `sessionStorage` of one session.
/// Not for several threads.
public final class WebStorage {

    private final Map<String, Map<String, String>> local;
    private final Map<String, Map<String, String>> session;
    private final Consumer<String> witness;

    /// The storage of a stored session.
    ///
    /// @param local origin, as a browser writes it, to keys and values of `localStorage`
    /// @param session the same of `sessionStorage`
    /// @param witness is told every secret that is put in, before it is used, so that no log can show it
    public WebStorage(
            Map<String, Map<String, String>> local,
            Map<String, Map<String, String>> session,
            Consumer<String> witness) {
        this.local = copy(local);
        this.session = copy(session);
        this.witness = witness;
    }

    /// The storage of a session that keeps nothing there.
    public static WebStorage empty() {
        return new WebStorage(Map.of(), Map.of(), _ -> {});
    }

    /// What `localStorage` holds now, for the session store.
    public Map<String, Map<String, String>> local() {
        return copy(local);
    }

    /// What `sessionStorage` holds now, for the session store.
    public Map<String, Map<String, String>> session() {
        return copy(session);
    }

    /// The value, or null where nothing is kept, or the JSON is not such that it has the member.
    @Nullable
    String get(StoredValue value, Origin at) {
        String kept = area(value).getOrDefault(at.toString(), Map.of()).get(value.name());
        if (kept == null || value.member() == null) {
            return kept;
        }
        return JsonMember.textOrNull(parsed(kept), value.member());
    }

    /// Keeps a value in place of what was there.
    void put(StoredValue value, Origin at, String text) {
        witness.accept(text);
        Map<String, String> items = area(value).computeIfAbsent(at.toString(), _ -> new TreeMap<>());
        if (value.member() == null) {
            items.put(value.name(), text);
        } else {
            Object before = parsed(items.getOrDefault(value.name(), "{}"));
            items.put(value.name(), JsonText.write(JsonMember.with(before, value.member(), text)));
        }
    }

    private Map<String, Map<String, String>> area(StoredValue value) {
        return switch (value.area()) {
            case LOCAL_STORAGE -> local;
            case SESSION_STORAGE -> session;
            case COOKIE -> throw new IllegalArgumentException("a cookie is in the jar, not in the storage");
            case DATABASE -> throw new IllegalArgumentException("no token is read from a database");
        };
    }

    private static @Nullable Object parsed(String text) {
        try {
            return JsonText.parse(text.getBytes(StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static Map<String, Map<String, String>> copy(Map<String, Map<String, String>> from) {
        Map<String, Map<String, String>> copy = new LinkedHashMap<>();
        from.forEach((origin, items) -> copy.put(origin, new TreeMap<>(items)));
        return copy;
    }

    /// Nothing of what is kept.
    @Override
    public String toString() {
        return "WebStorage[<redacted>]";
    }
}
