package dev.payfleet.scrub.page;

import java.util.Collection;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The texts that may be shown. A text is one of them only as a whole, white space apart: a sentence with a name in
/// it is not static because its beginning is.
final class StaticWords {
    private static final int LONGEST = 600;
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0\\u200b\\ufeff]+");

    private final Set<String> texts;

    StaticWords(Collection<String> texts) {
        this.texts = texts.stream()
                .map(StaticWords::normalized)
                .filter(text -> !text.isEmpty() && text.length() <= LONGEST)
                .collect(Collectors.toUnmodifiableSet());
    }

    boolean contains(String normalized) {
        return texts.contains(normalized);
    }

    static String normalized(String text) {
        return SPACES.matcher(text).replaceAll(" ").strip();
    }
}
