package dev.payfleet.scrub;

import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/// Takes the values out of a JSON body and leaves its shape: the names, the nesting, the number of elements and the
/// kind of each value. Every value becomes a stand-in of its kind (a date a date, a number 0) unless its name is
/// kept; a kept value still goes through a text scrubber. Names that look like data (digits in a row, white space,
/// an address) are replaced as well. Safe to use from any thread.
public final class JsonScrubber {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();
    private static final Pattern NAME = Pattern.compile("(?!.*\\d{3})[A-Za-z_$@][\\w.$:-]{0,63}");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final Pattern DATE_TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+(?:Z|[+-]\\d\\d:?\\d\\d)?");
    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern NUMERIC = Pattern.compile("-?[\\d.,]+");

    private final Set<String> kept;
    private final TextScrubber scrubber;

    private JsonScrubber(Set<String> kept, TextScrubber scrubber) {
        this.kept = Set.copyOf(kept);
        this.scrubber = scrubber;
    }

    /// A scrubber that keeps the values of the given names, as the text scrubber lets them through.
    public static JsonScrubber keeping(Set<String> names, TextScrubber scrubber) {
        return new JsonScrubber(names, scrubber);
    }

    /// The scrubbed body.
    ///
    /// @throws UnscrubbableException if the body is not one well-formed JSON value; nothing of it is in the message
    public String scrub(String json) {
        try {
            return MAPPER.writeValueAsString(standIn(MAPPER.readTree(json), false));
        } catch (JacksonException | StackOverflowError malformed) {
            throw refusal();
        }
    }

    private static UnscrubbableException refusal() {
        return new UnscrubbableException("The JSON body could not be scrubbed: expected one well-formed JSON value.");
    }

    private JsonNode standIn(JsonNode node, boolean keep) {
        return switch (node.getNodeType()) {
            case OBJECT -> object((ObjectNode) node, keep);
            case ARRAY -> array((ArrayNode) node, keep);
            case STRING -> StringNode.valueOf(keep ? scrubber.scrub(node.asString()) : textLike(node.asString()));
            case NUMBER -> keep ? number(node) : IntNode.valueOf(0);
            case BOOLEAN -> keep ? node : BooleanNode.FALSE;
            case NULL -> NullNode.getInstance();
            case MISSING, BINARY, POJO -> throw refusal();
        };
    }

    private JsonNode object(ObjectNode object, boolean keep) {
        ObjectNode scrubbed = MAPPER.createObjectNode();
        int unnamed = 0;
        for (var property : object.properties()) {
            String name = property.getKey();
            boolean plain = NAME.matcher(name).matches() && scrubber.scrub(name).equals(name);
            String shown = plain ? name : "name" + ++unnamed;
            scrubbed.set(shown, standIn(property.getValue(), keep || kept.contains(name)));
        }
        return scrubbed;
    }

    private JsonNode array(ArrayNode array, boolean keep) {
        ArrayNode scrubbed = MAPPER.createArrayNode();
        array.forEach(element -> scrubbed.add(standIn(element, keep)));
        return scrubbed;
    }

    /// A number may be a secret too: an account, a one-time code.
    private JsonNode number(JsonNode number) {
        String text = number.asString();
        String scrubbed = scrubber.scrub(text);
        return scrubbed.equals(text) ? number : StringNode.valueOf(scrubbed);
    }

    private static String textLike(String text) {
        if (text.isEmpty()) {
            return "";
        }
        if (DATE.matcher(text).matches()) {
            return "2000-01-01";
        }
        if (DATE_TIME.matcher(text).matches()) {
            return "2000-01-01T00:00:00Z";
        }
        if (UUID.matcher(text).matches()) {
            return "00000000-0000-0000-0000-000000000000";
        }
        if (NUMERIC.matcher(text).matches()) {
            return "0";
        }
        return text.contains("@") ? "someone@example.org" : "text";
    }

    /// This scrubber for texts that should be JSON; one that is not is left out.
    public TextScrubber asText() {
        UnaryOperator<String> scrub = this::scrub;
        return TextScrubbers.failClosed(scrub::apply);
    }
}
