package dev.payfleet.provider;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/// The text of a site that is the same for every person: headings, labels, buttons, banners. It alone may be shown
/// in a redrawn screenshot. A text that somewhere on the site is also a value ("Paid" as a column's header and as a
/// state) must be left out, because it would be shown there too. Texts are compared as [#normalize(String)] leaves
/// them.
///
/// @param texts normalized, none of them empty
public record StaticTexts(Set<String> texts) {

    /// Normalizes and copies.
    public StaticTexts {
        texts = texts.stream()
                .map(StaticTexts::normalize)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /// The texts given.
    public static StaticTexts of(Collection<String> texts) {
        return new StaticTexts(Set.copyOf(texts));
    }

    /// One text a line; empty lines are left out.
    public static StaticTexts ofLines(String lines) {
        return new StaticTexts(Arrays.stream(lines.split("\\R")).collect(Collectors.toUnmodifiableSet()));
    }

    /// Whether a text may be shown.
    public boolean contains(String text) {
        return texts.contains(normalize(text));
    }

    /// Unicode NFC, with every run of white space (no-break spaces too) as one space and none at the ends.
    public static String normalize(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .replaceAll("[\\s\\u00a0\\u2007\\u202f]+", " ")
                .strip();
    }
}
