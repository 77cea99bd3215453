package dev.payfleet.worker.http;

import dev.payfleet.provider.StoredValue.Area;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Takes a browser's state apart and puts it together again, value by value. Nothing is read from a value itself.
final class StateParts {
    private static final String COOKIES = "cookies";
    private static final String ORIGINS = "origins";
    private static final String ORIGIN = "origin";
    private static final Map<Area, String> STORAGES = Map.of(
            Area.LOCAL_STORAGE, BrowserState.LOCAL,
            Area.SESSION_STORAGE, BrowserState.SESSION,
            Area.DATABASE, BrowserState.DATABASES);

    private StateParts() {}

    /// A copy with these values alone. An origin without any is left out.
    static ObjectNode only(ObjectNode state, WhichValues which) {
        ObjectNode part = state.deepCopy();
        if (part.path(COOKIES) instanceof ArrayNode cookies) {
            cookies.removeIf(cookie -> !which.include(Area.COOKIE, "", name(cookie)));
        }
        if (part.path(ORIGINS) instanceof ArrayNode origins) {
            origins.forEach(origin -> STORAGES.forEach((area, storage) -> {
                if (origin.path(storage) instanceof ArrayNode items) {
                    items.removeIf(item -> !which.include(area, text(origin, ORIGIN), name(item)));
                }
            }));
            origins.removeIf(StateParts::isEmpty);
        }
        return part;
    }

    /// A copy of one state with the values of another beside its own, or in place of them.
    static ObjectNode together(ObjectNode state, ObjectNode other) {
        ObjectNode whole = state.deepCopy();
        replace(whole.withArrayProperty(COOKIES), other.path(COOKIES), StateParts::cookie);
        ArrayNode origins = whole.withArrayProperty(ORIGINS);
        for (JsonNode theirs : other.path(ORIGINS)) {
            ObjectNode ours = entryOf(origins, text(theirs, ORIGIN));
            for (String storage : STORAGES.values()) {
                if (theirs.path(storage) instanceof ArrayNode items) {
                    replace(ours.withArrayProperty(storage), items, StateParts::name);
                }
            }
        }
        return whole;
    }

    private static ObjectNode entryOf(ArrayNode origins, String name) {
        return origins.valueStream()
                .filter(origin -> text(origin, ORIGIN).equalsIgnoreCase(name))
                .map(ObjectNode.class::cast)
                .findFirst()
                .orElseGet(() -> {
                    ObjectNode entry = origins.addObject().put(ORIGIN, name);
                    // Playwright asks for one in every entry.
                    entry.putArray(BrowserState.LOCAL);
                    return entry;
                });
    }

    private static void replace(ArrayNode into, JsonNode from, Function<JsonNode, Object> identity) {
        for (JsonNode value : from) {
            into.removeIf(old -> identity.apply(old).equals(identity.apply(value)));
            into.add(value.deepCopy());
        }
    }

    private static boolean isEmpty(JsonNode origin) {
        return STORAGES.values().stream()
                .allMatch(storage -> origin.path(storage).isEmpty());
    }

    /// By what a browser tells cookies apart.
    private static Object cookie(JsonNode cookie) {
        return List.of(name(cookie), text(cookie, "domain"), text(cookie, "path"));
    }

    private static String name(JsonNode value) {
        return text(value, "name");
    }

    private static String text(JsonNode node, String member) {
        return node.path(member).asString("");
    }
}
