package dev.payfleet.provider.reading;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Plain numbers: hours, days, rates. Trailing zeros are dropped, so that 7.50 and 7.5 are one value.
public final class Quantity implements Notation<BigDecimal> {

    /// 1,234.5 with up to four decimals.
    public static final Quantity ENGLISH = new Quantity(NumberStyle.ENGLISH);

    /// 1.234,5 with up to four decimals.
    public static final Quantity GERMAN = new Quantity(NumberStyle.GERMAN);

    private static final int MOST_DECIMALS = 4;

    private final NumberStyle style;
    private final Pattern pattern;

    /// Numbers of a style, with a minus before or in round brackets where they are negative.
    public Quantity(NumberStyle style) {
        this.style = style;
        String number = style.number(0, MOST_DECIMALS).pattern();
        this.pattern = Pattern.compile("(?<minus>-)?(?<plain>" + number + ")|\\((?<bracketed>" + number + ")\\)");
    }

    @Override
    public @Nullable BigDecimal parse(String text) {
        Matcher matcher = pattern.matcher(NumberStyle.simplified(text));
        if (!matcher.matches()) {
            return null;
        }
        if (matcher.group("bracketed") != null) {
            return value(matcher.group("bracketed")).negate();
        }
        BigDecimal value = value(matcher.group("plain"));
        return matcher.group("minus") == null ? value : value.negate();
    }

    @Override
    public String description() {
        return "a number such as " + (style.equals(NumberStyle.ENGLISH) ? "1,234.5" : "1.234,5");
    }

    private BigDecimal value(String number) {
        BigDecimal value = new BigDecimal(style.plain(number)).stripTrailingZeros();
        return value.scale() < 0 ? value.setScale(0) : value;
    }
}
