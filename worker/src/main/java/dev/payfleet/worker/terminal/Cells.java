package dev.payfleet.worker.terminal;

import java.util.ArrayList;
import java.util.List;

/// How many character cells words take on a terminal, and how they break into lines of so many.
final class Cells {
    private Cells() {}

    static int wide(String words) {
        return words.codePoints().map(Cells::wide).sum();
    }

    private static int wide(int point) {
        return switch (Character.getType(point)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            default -> isDouble(point) ? 2 : 1;
        };
    }

    /// The East Asian wide and full-width blocks, and pictographs (Unicode Standard Annex 11, without its
    /// exceptions).
    private static boolean isDouble(int point) {
        return between(point, 0x1100, 0x115F)
                || between(point, 0x2E80, 0xA4CF)
                || between(point, 0xAC00, 0xD7A3)
                || between(point, 0xF900, 0xFAFF)
                || between(point, 0xFE30, 0xFE6F)
                || between(point, 0xFF00, 0xFF60)
                || between(point, 0xFFE0, 0xFFE6)
                || between(point, 0x1F300, 0x1FAFF)
                || between(point, 0x20000, 0x3FFFD);
    }

    static boolean between(int point, int first, int last) {
        return first <= point && point <= last;
    }

    /// The words as they are where they fit, else their beginning and an ellipsis.
    static String clip(String words, int width) {
        return wide(words) <= width ? words : words.substring(0, fitting(words, width - 1)) + "…";
    }

    /// Breaks at blanks; a word that is longer than a line is broken where the line ends.
    static List<String> wrap(String words, int width) {
        List<String> lines = new ArrayList<>();
        String rest = words;
        while (wide(rest) > width) {
            int end = Math.max(1, fitting(rest, width));
            int blank = rest.lastIndexOf(' ', end);
            int cut = blank > 0 ? blank : end;
            lines.add(rest.substring(0, cut).stripTrailing());
            rest = rest.substring(cut).stripLeading();
        }
        lines.add(rest);
        return lines;
    }

    /// How many chars of the words take at most so many cells.
    private static int fitting(String words, int width) {
        int cells = 0;
        int at = 0;
        while (at < words.length()) {
            int point = words.codePointAt(at);
            cells += wide(point);
            if (cells > width) {
                break;
            }
            at += Character.charCount(point);
        }
        return at;
    }
}
