package dev.payfleet.provider.reading;

import dev.payfleet.provider.ApiRequest;
import dev.payfleet.provider.ProviderException;
import dev.payfleet.provider.Trouble;
import dev.payfleet.provider.VisitByHttp;
import dev.payfleet.provider.json.JsonText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One place of a JSON document. Failures name the document, the path (`$.data[3].hired`) and what was expected
/// there, never what stood there.
public final class JsonValue implements Value {

    private final String document;
    private final String path;
    private final boolean present;
    private final @Nullable Object value;

    private JsonValue(String document, String path, boolean present, @Nullable Object value) {
        this.document = document;
        this.path = path;
        this.present = present;
        this.value = value;
    }

    /// Sends a request and reads its answer.
    public static JsonValue open(VisitByHttp visit, ApiRequest request) {
        return parse(request.name(), visit.send(request));
    }

    /// Reads a document.
    ///
    /// @param name what failures call it; static, such as `employees`
    public static JsonValue parse(String name, byte[] text) {
        try {
            return new JsonValue(name, "$", true, JsonText.parse(text));
        } catch (IllegalArgumentException e) {
            throw new ProviderException(new Trouble.LayoutChanged(name, "JSON"), e);
        }
    }

    /// A member that must be there, though it may be null.
    public JsonValue get(String member) {
        JsonValue found = find(member);
        if (!found.present) {
            throw found.changed("a member of that name");
        }
        return found;
    }

    /// A member that may be missing; it is then as if it were null.
    public JsonValue find(String member) {
        Map<?, ?> members = members();
        String place = path + "." + member;
        return new JsonValue(document, place, members.containsKey(member), members.get(member));
    }

    /// The items of an array.
    public List<JsonValue> items() {
        if (!(value instanceof List<?> list)) {
            throw changed("an array");
        }
        List<JsonValue> items = new ArrayList<>();
        for (Object item : list) {
            items.add(new JsonValue(document, path + "[" + items.size() + "]", true, item));
        }
        return items;
    }

    /// The items of an array, or none where it is null or missing.
    public List<JsonValue> itemsOrNone() {
        return isNull() ? List.of() : items();
    }

    /// All members with a text, number or boolean, for fields whose names are the person's own.
    public Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        members().forEach((name, member) -> {
            String text = new JsonValue(document, path + ".*", true, member).orNull();
            if (text != null) {
                texts.put(String.valueOf(name), text);
            }
        });
        return texts;
    }

    /// Whether it is null or missing.
    public boolean isNull() {
        return value == null;
    }

    /// A text as it is, a number or a boolean as JSON writes it; null for null, missing or blank.
    @Override
    public @Nullable String orNull() {
        return switch (value) {
            case null -> null;
            case String text -> text.isBlank() ? null : text.strip();
            case BigDecimal number -> number.toPlainString();
            case Boolean truth -> truth.toString();
            default -> throw changed("a text");
        };
    }

    /// A number, which must be there.
    public BigDecimal number() {
        if (value instanceof BigDecimal number) {
            return number;
        }
        throw changed("a number");
    }

    /// A number, or null.
    public @Nullable BigDecimal numberOrNull() {
        return isNull() ? null : number();
    }

    /// A whole number within a long, which must be there.
    public long integer() {
        try {
            return number().longValueExact();
        } catch (ArithmeticException e) {
            throw changed("a whole number");
        }
    }

    /// An amount of money in whole units with at most two decimals, in minor units.
    public long minorUnits() {
        try {
            return number().movePointRight(2).longValueExact();
        } catch (ArithmeticException e) {
            throw changed("an amount with at most two decimals");
        }
    }

    /// As [#minorUnits()], or null.
    public @Nullable Long minorUnitsOrNull() {
        return isNull() ? null : minorUnits();
    }

    /// True or false, which must be there.
    public boolean truth() {
        if (value instanceof Boolean truth) {
            return truth;
        }
        throw changed("true or false");
    }

    /// True or false, or null.
    public @Nullable Boolean truthOrNull() {
        return isNull() ? null : truth();
    }

    @Override
    public ProviderException changed(String expected) {
        return new ProviderException(new Trouble.LayoutChanged(document, path + ": " + expected));
    }

    private Map<?, ?> members() {
        if (value instanceof Map<?, ?> members) {
            return members;
        }
        throw changed("an object");
    }

    /// The place alone: what stands there is a person's.
    @Override
    public String toString() {
        return "JsonValue[" + document + ", " + path + ", <redacted>]";
    }
}
