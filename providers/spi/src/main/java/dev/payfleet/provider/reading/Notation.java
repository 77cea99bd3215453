package dev.payfleet.provider.reading;

import org.jspecify.annotations.Nullable;

/// How a site writes a kind of value. Implementations are immutable.
///
/// @param <T> the value
public interface Notation<T> {

    /// The value, or null where the text is none. Strict: half a match is none.
    @Nullable
    T parse(String text);

    /// What was expected, for a failure: "an amount such as £1,234.56".
    String description();
}
