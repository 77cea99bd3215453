package dev.payfleet.scrub;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// All spellings of some values, found in a text in one pass: the first four characters at each place, in lower
/// case, say which spellings could begin there. Immutable.
final class SpellingIndex {
    private static final int KEY = KnownSecrets.SHORTEST;

    private final Map<Long, List<String>> byBeginning;

    private SpellingIndex(Map<Long, List<String>> byBeginning) {
        this.byBeginning = byBeginning;
    }

    static SpellingIndex of(Collection<String> values) {
        Map<Long, List<String>> byBeginning = new HashMap<>();
        values.stream()
                .flatMap(value -> Spellings.of(value).stream())
                .filter(spelling -> spelling.length() >= KEY)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .forEach(spelling -> byBeginning
                        .computeIfAbsent(key(spelling, 0), _ -> new ArrayList<>())
                        .add(spelling));
        return new SpellingIndex(byBeginning);
    }

    boolean isIn(String text) {
        for (int i = 0; i + KEY <= text.length(); i++) {
            if (lengthAt(text, i) > 0) {
                return true;
            }
        }
        return false;
    }

    String replace(String text, String standIn) {
        StringBuilder replaced = new StringBuilder(text.length());
        int from = 0;
        for (int i = 0; i + KEY <= text.length(); ) {
            int length = lengthAt(text, i);
            if (length == 0) {
                i++;
                continue;
            }
            replaced.append(text, from, i).append(standIn);
            i += length;
            from = i;
        }
        return from == 0 ? text : replaced.append(text, from, text.length()).toString();
    }

    /// The length of the longest spelling that begins here, or 0.
    private int lengthAt(String text, int at) {
        if (byBeginning.isEmpty()) {
            return 0;
        }
        for (String spelling : byBeginning.getOrDefault(key(text, at), List.of())) {
            if (text.regionMatches(true, at, spelling, 0, spelling.length())) {
                return spelling.length();
            }
        }
        return 0;
    }

    /// Folds case as [String#regionMatches] does, so that the two never disagree.
    private static long key(String text, int at) {
        long key = 0;
        for (int i = at; i < at + KEY; i++) {
            key = (key << 16) | Character.toLowerCase(Character.toUpperCase(text.charAt(i)));
        }
        return key;
    }
}
