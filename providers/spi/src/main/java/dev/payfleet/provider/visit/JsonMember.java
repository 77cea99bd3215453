package dev.payfleet.provider.visit;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A member of parsed JSON by its path, with dots between levels.
final class JsonMember {

    private JsonMember() {}

    /// The member as text, or null where there is no text or number of that path.
    static @Nullable String textOrNull(@Nullable Object json, String path) {
        Object value = json;
        for (String name : path.split("\\.")) {
            value = value instanceof Map<?, ?> members ? members.get(name) : null;
        }
        return switch (value) {
            case String text -> text;
            case BigDecimal number -> number.toPlainString();
            case null, default -> null;
        };
    }

    /// The same JSON with a text at that path; what is in the way of it is replaced.
    static Map<String, @Nullable Object> with(@Nullable Object json, String path, String text) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        if (json instanceof Map<?, ?> before) {
            before.forEach((name, value) -> members.put(String.valueOf(name), value));
        }
        int dot = path.indexOf('.');
        if (dot < 0) {
            members.put(path, text);
        } else {
            String name = path.substring(0, dot);
            members.put(name, with(members.get(name), path.substring(dot + 1), text));
        }
        return members;
    }
}
