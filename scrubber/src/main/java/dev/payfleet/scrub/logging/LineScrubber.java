package dev.payfleet.scrub.logging;

import dev.payfleet.scrub.TextScrubber;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/// Scrubs a finished line: all its strings, names and numbers. Anything that is not one JSON object is refused.
final class LineScrubber {
    private static final String TIMESTAMP = "@timestamp";

    private final JsonMapper mapper = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private final TextScrubber scrubber;

    LineScrubber(TextScrubber scrubber) {
        this.scrubber = scrubber;
    }

    String scrub(byte[] line) {
        if (mapper.readTree(line) instanceof ObjectNode fields) {
            return mapper.writeValueAsString(object(fields));
        }
        throw new IllegalArgumentException("a log line: expected a JSON object");
    }

    private ObjectNode object(ObjectNode object) {
        ObjectNode scrubbed = mapper.createObjectNode();
        object.properties()
                .forEach(field -> scrubbed.set(
                        scrubber.scrub(field.getKey()),
                        field.getKey().equals(TIMESTAMP) ? field.getValue() : node(field.getValue())));
        return scrubbed;
    }

    private JsonNode node(JsonNode node) {
        if (node instanceof ObjectNode object) {
            return object(object);
        }
        if (node instanceof ArrayNode array) {
            ArrayNode scrubbed = mapper.createArrayNode();
            array.forEach(element -> scrubbed.add(node(element)));
            return scrubbed;
        }
        if (!node.isString() && !node.isNumber()) {
            return node;
        }
        String text = node.asString();
        String shown = scrubber.scrub(text);
        return shown.equals(text) ? node : StringNode.valueOf(shown);
    }
}
