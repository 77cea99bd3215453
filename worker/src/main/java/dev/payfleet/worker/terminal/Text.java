package dev.payfleet.worker.terminal;

/// Words in a style. Control characters, with which words from outside could steer a terminal, become blanks.
///
/// @param words one line of text
/// @param style how it stands out where there is colour
public record Text(String words, Style style) {
    public Text {
        words = oneLine(words);
    }

    /// Words as everything else.
    public static Text plain(String words) {
        return new Text(words, Style.PLAIN);
    }

    private static String oneLine(String words) {
        if (words.codePoints().noneMatch(Text::steers)) {
            return words;
        }
        StringBuilder safe = new StringBuilder(words.length());
        words.codePoints().forEach(point -> safe.appendCodePoint(steers(point) ? ' ' : point));
        return safe.toString();
    }

    /// Controls, and the marks that turn the direction of writing.
    private static boolean steers(int point) {
        return Character.isISOControl(point)
                || Cells.between(point, 0x2028, 0x202E)
                || Cells.between(point, 0x2066, 0x2069);
    }
}
