package dev.payfleet.provider.meridian;

import dev.payfleet.provider.reading.Notation;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A notation whose values are what another's values come to.
record Derived<S, T>(Notation<S> written, Function<S, T> meaning) implements Notation<T> {

    static <S, T> Notation<T> of(Notation<S> written, Function<S, T> meaning) {
        return new Derived<>(written, meaning);
    }

    @Override
    public @Nullable T parse(String text) {
        S value = written.parse(text);
        return value == null ? null : meaning.apply(value);
    }

    @Override
    public String description() {
        return written.description();
    }
}
