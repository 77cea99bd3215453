package dev.payfleet.provider.reading;

import java.util.regex.Pattern;

/// How a locale writes numbers.
///
/// @param grouping between groups of three digits
/// @param decimal before the decimals
public record NumberStyle(char grouping, char decimal) {

    /// 1,234.56 as in Britain and the United States.
    public static final NumberStyle ENGLISH = new NumberStyle(',', '.');

    /// 1.234,56 as in Germany.
    public static final NumberStyle GERMAN = new NumberStyle('.', ',');

    /// Refuses two equal marks, and digits for marks.
    public NumberStyle {
        if (grouping == decimal || Character.isDigit(grouping) || Character.isDigit(decimal)) {
            throw new IllegalArgumentException("grouping and decimal must be two marks that are no digits");
        }
    }

    /// Matches an unsigned number, grouped rightly or not at all, with this many decimals; ASCII digits alone.
    Pattern number(int fewestDecimals, int mostDecimals) {
        String group = Pattern.quote(String.valueOf(grouping));
        String point = Pattern.quote(String.valueOf(decimal));
        String decimals = mostDecimals == 0
                ? ""
                : "(?:" + point + "[0-9]{" + Math.max(1, fewestDecimals) + "," + mostDecimals + "})"
                        + (fewestDecimals == 0 ? "?" : "");
        return Pattern.compile("(?:[0-9]{1,3}(?:" + group + "[0-9]{3}){1,6}|[0-9]{1,18})" + decimals);
    }

    /// The same number as Java reads it.
    String plain(String number) {
        return number.replace(String.valueOf(grouping), "").replace(decimal, '.');
    }

    /// Different spaces as one kind, and the typographer's minus as a hyphen.
    static String simplified(String text) {
        return text.replace('\u00a0', ' ')
                .replace('\u202f', ' ')
                .replace('\u2212', '-')
                .strip();
    }
}
