package dev.payfleet.provider.reading;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The site's words for the values of an enumeration of the model, letter case apart. A word that is not known is
/// no failure: providers add words, and the contract asks for null then, with the original beside it where there is
/// room.
///
/// @param <E> the values
public final class Words<E> {

    private final Map<String, E> byWord = new HashMap<>();

    private Words(Map<String, ? extends E> words) {
        words.forEach((word, value) -> byWord.put(key(word), value));
    }

    /// The words given. A word of the site which is known and has no value in the model is left out.
    public static <E> Words<E> of(Map<String, ? extends E> words) {
        return new Words<>(words);
    }

    /// The value, or null where nothing stands there or the word is not known.
    public @Nullable E read(Value text) {
        String word = text.orNull();
        return word == null ? null : byWord.get(key(word));
    }

    /// The value, which must be there: for the few words without which a record cannot be told, where a new one is
    /// a changed layout.
    public E required(Value text) {
        E value = read(text);
        if (value == null) {
            throw text.changed("a known word");
        }
        return value;
    }

    /// The word that stands there and is not known, to be kept in the custom fields.
    public Optional<String> unknown(Value text) {
        return Optional.ofNullable(text.orNull()).filter(word -> !byWord.containsKey(key(word)));
    }

    private static String key(String word) {
        return word.strip().toLowerCase(Locale.ROOT);
    }
}
