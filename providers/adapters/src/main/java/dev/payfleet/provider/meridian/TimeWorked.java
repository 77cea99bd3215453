package dev.payfleet.provider.meridian;

import dev.payfleet.provider.reading.Notation;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Time worked, which Meridian counts in minutes and the contract in tenths of an hour.
enum TimeWorked implements Notation<BigDecimal> {
    /// `465`.
    MINUTES("(?<minutes>[0-9]{1,6})", "whole minutes"),
    /// `7h 45m`.
    HOURS_AND_MINUTES("(?<hours>[0-9]{1,4})h (?<minutes>[0-5][0-9])m", "hours and minutes such as 7h 45m");

    private static final BigDecimal MINUTES_AN_HOUR = BigDecimal.valueOf(60);

    private final Pattern pattern;
    private final String description;

    TimeWorked(String pattern, String description) {
        this.pattern = Pattern.compile(pattern);
        this.description = description;
    }

    @Override
    public @Nullable BigDecimal parse(String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.matches()) {
            return null;
        }
        long hours = matcher.namedGroups().containsKey("hours") ? Long.parseLong(matcher.group("hours")) : 0;
        long minutes = hours * 60 + Long.parseLong(matcher.group("minutes"));
        return BigDecimal.valueOf(minutes).divide(MINUTES_AN_HOUR, 1, RoundingMode.HALF_UP);
    }

    @Override
    public String description() {
        return description;
    }

    /// The nearest tenth.
    static BigDecimal tenths(BigDecimal quantity) {
        return quantity.setScale(1, RoundingMode.HALF_UP);
    }
}
