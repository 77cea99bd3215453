package dev.payfleet.worker.http;

import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The texts in a piece of JSON: sites keep several tokens under one key of a storage.
final class JsonTexts {
    private static final JsonMapper JSON = JsonMapper.shared();

    private JsonTexts() {}

    /// All texts at any depth; none where it is no JSON object or array.
    static Stream<String> in(String text) {
        if (!text.startsWith("{") && !text.startsWith("[")) {
            return Stream.empty();
        }
        try {
            return texts(JSON.readTree(text));
        } catch (JacksonException e) {
            return Stream.empty();
        }
    }

    private static Stream<String> texts(JsonNode node) {
        return node.isString()
                ? Stream.of(node.stringValue())
                : node.values().stream().flatMap(JsonTexts::texts);
    }
}
