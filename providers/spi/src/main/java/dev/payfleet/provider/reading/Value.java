package dev.payfleet.provider.reading;

import dev.payfleet.provider.ProviderException;
import org.jspecify.annotations.Nullable;

/// What is written in one place of a page, a table, a JSON document or a file, to be read in a notation.
public interface Value {

    /// The text, or null where nothing stands there.
    @Nullable
    String orNull();

    /// The trouble that this place does not hold what was expected; names the place, never what stands there.
    ///
    /// @param expected static words
    ProviderException changed(String expected);

    /// The text, which must be there.
    default String required() {
        String text = orNull();
        if (text == null) {
            throw changed("a value");
        }
        return text;
    }

    /// The text as a value, which must be there.
    default <T> T read(Notation<T> notation) {
        T value = notation.parse(required());
        if (value == null) {
            throw changed(notation.description());
        }
        return value;
    }

    /// The text as a value, or null where nothing stands there. What stands there and is no such value is a changed
    /// layout, never null.
    default <T> @Nullable T readOrNull(Notation<T> notation) {
        return orNull() == null ? null : read(notation);
    }
}
