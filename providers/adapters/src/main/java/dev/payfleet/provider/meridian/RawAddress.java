package dev.payfleet.provider.meridian;

import dev.payfleet.payroll.Address;
import dev.payfleet.provider.reading.Fields;
import dev.payfleet.provider.reading.JsonValue;
import dev.payfleet.provider.reading.Table;
import dev.payfleet.provider.reading.Text;
import dev.payfleet.provider.reading.Value;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// An address as either face of Meridian shows it.
record RawAddress(Value line1, Value line2, Value city, Value state, Value postalCode, Value country) {

    /// What the parts are called on a page.
    static final String[] LABELS = {"Address line 1", "Address line 2", "City", "State", "ZIP code", "Country"};

    static RawAddress of(JsonValue json) {
        return new RawAddress(
                json.get("line1"),
                json.get("line2"),
                json.get("city"),
                json.get("state"),
                json.get("postal_code"),
                json.get("country"));
    }

    static RawAddress of(Fields fields) {
        return labelled(fields::get);
    }

    static RawAddress of(Table.Row row) {
        return labelled(row::cell);
    }

    private static RawAddress labelled(Function<String, Text> part) {
        return new RawAddress(
                part.apply(LABELS[0]),
                part.apply(LABELS[1]),
                part.apply(LABELS[2]),
                part.apply(LABELS[3]),
                part.apply(LABELS[4]),
                part.apply(LABELS[5]));
    }

    Address address() {
        return new Address(
                street(), city.orNull(), state.orNull(), MeridianWords.COUNTRY.read(country), postalCode.orNull());
    }

    private @Nullable String street() {
        String lines = Stream.of(line1, line2)
                .map(Value::orNull)
                .filter(line -> line != null)
                .collect(Collectors.joining(", "));
        return lines.isEmpty() ? null : lines;
    }
}
