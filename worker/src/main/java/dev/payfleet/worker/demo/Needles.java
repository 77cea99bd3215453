package dev.payfleet.worker.demo;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Byte strings that are looked for all at once, in one pass over a file. Immutable.
///
/// In sealed (hence random) bytes a short string turns up by chance: four bytes once in four gigabytes, and there
/// are thousands of strings. So nothing of less than six bytes is looked for, and a text that goes on as a word on
/// either side is no find.
final class Needles {
    private static final int SHORTEST = 6;

    private final boolean wordsOnly;
    private final BitSet beginnings = new BitSet(1 << 16);
    private final Map<Integer, List<byte[]>> byPrefix = new HashMap<>();
    private final int count;

    private Needles(Collection<byte[]> strings, boolean wordsOnly) {
        this.wordsOnly = wordsOnly;
        strings.forEach(this::add);
        this.count = strings.size();
    }

    /// Bytes of any kind.
    static Needles ofBytes(Collection<byte[]> strings) {
        return new Needles(strings.stream().filter(Needles::isLongEnough).toList(), false);
    }

    /// Texts, in UTF-8, as whole words.
    static Needles ofTexts(Collection<String> texts) {
        return new Needles(
                texts.stream()
                        .map(text -> text.getBytes(StandardCharsets.UTF_8))
                        .filter(Needles::isLongEnough)
                        .toList(),
                true);
    }

    private static boolean isLongEnough(byte[] bytes) {
        return bytes.length >= SHORTEST;
    }

    int count() {
        return count;
    }

    /// Each occurrence of any of them.
    List<Find> in(byte[] hay) {
        List<Find> found = new ArrayList<>();
        for (int at = 0; at + SHORTEST <= hay.length; at++) {
            if (beginnings.get(pair(hay, at))) {
                addFindsAt(at, hay, found);
            }
        }
        return found;
    }

    private void add(byte[] needle) {
        beginnings.set(pair(needle, 0));
        byPrefix.computeIfAbsent(prefix(needle, 0), key -> new ArrayList<>()).add(needle);
    }

    private void addFindsAt(int at, byte[] hay, List<Find> found) {
        for (byte[] needle : byPrefix.getOrDefault(prefix(hay, at), List.of())) {
            int end = at + needle.length;
            if (end <= hay.length
                    && Arrays.equals(hay, at, end, needle, 0, needle.length)
                    && (!wordsOnly || isWhole(hay, at, needle))) {
                found.add(new Find(at, needle));
            }
        }
    }

    /// `Ludlow` is not found in `Ludlowe`.
    private static boolean isWhole(byte[] hay, int at, byte[] needle) {
        int end = at + needle.length;
        boolean goesOnBefore = at > 0 && isWord(hay[at - 1]) && isWord(needle[0]);
        boolean goesOnAfter = end < hay.length && isWord(hay[end]) && isWord(needle[needle.length - 1]);
        return !goesOnBefore && !goesOnAfter;
    }

    private static boolean isWord(byte b) {
        return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || (b >= '0' && b <= '9');
    }

    private static int pair(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) << 8 | (bytes[at + 1] & 0xFF);
    }

    private static int prefix(byte[] bytes, int at) {
        return pair(bytes, at) << 16 | pair(bytes, at + 2);
    }

    /// What was found, and where. Not a record: one would print the bytes.
    static final class Find {
        private final int offset;
        private final byte[] needle;

        private Find(int offset, byte[] needle) {
            this.offset = offset;
            this.needle = needle;
        }

        int offset() {
            return offset;
        }

        boolean isOf(byte[] bytes) {
            return Arrays.equals(needle, bytes);
        }
    }
}
