package dev.payfleet.provider.reading;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Amounts of money, read into minor units. Exactly two decimals are asked for, because an amount without them may
/// mean whole units or may have lost something. Negative is round brackets, or a minus before or after the symbol
/// or at the end.
public final class Money implements Notation<Long> {

    /// £1,234.56
    public static final Money BRITISH = new Money("£", NumberStyle.ENGLISH);

    /// $1,234.56
    public static final Money AMERICAN = new Money("$", NumberStyle.ENGLISH);

    /// 1.234,56 €
    public static final Money GERMAN = new Money("€", NumberStyle.GERMAN);

    private static final Pattern BRACKETS = Pattern.compile("\\((.*)\\)");

    private final String symbol;
    private final NumberStyle style;
    private final Pattern unsigned;
    private final Pattern signed;

    /// A notation whose symbol may stand before or after the number, or be left out.
    public Money(String symbol, NumberStyle style) {
        this.symbol = symbol;
        this.style = style;
        String mark = "(?:" + Pattern.quote(symbol) + ")?";
        String number = "(?<number>" + style.number(2, 2).pattern() + ")";
        this.unsigned = Pattern.compile(mark + " ?" + number + " ?" + mark);
        this.signed = Pattern.compile("(?<before>-)? ?" + mark + " ?(?<inner>-)? ?" + number + "(?<after>-)? ?" + mark);
    }

    @Override
    public @Nullable Long parse(String text) {
        String amount = NumberStyle.simplified(text);
        Matcher brackets = BRACKETS.matcher(amount);
        if (brackets.matches()) {
            Matcher inside = unsigned.matcher(brackets.group(1));
            return inside.matches() ? minorUnits(inside.group("number"), true) : null;
        }
        Matcher matcher = signed.matcher(amount);
        if (!matcher.matches() || signs(matcher) > 1) {
            return null;
        }
        return minorUnits(matcher.group("number"), signs(matcher) == 1);
    }

    @Override
    public String description() {
        return "an amount such as " + (style.equals(NumberStyle.ENGLISH) ? symbol + "1,234.56" : "1.234,56 " + symbol);
    }

    private static int signs(Matcher matcher) {
        int signs = 0;
        for (String place : new String[] {"before", "inner", "after"}) {
            signs += matcher.group(place) == null ? 0 : 1;
        }
        return signs;
    }

    private @Nullable Long minorUnits(String number, boolean negative) {
        try {
            long amount = new BigDecimal(style.plain(number)).movePointRight(2).longValueExact();
            return negative ? -amount : amount;
        } catch (ArithmeticException e) {
            // More than a long holds: no amount anyone is paid.
            return null;
        }
    }
}
