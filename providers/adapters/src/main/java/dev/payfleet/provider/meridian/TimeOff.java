package dev.payfleet.provider.meridian;

import dev.payfleet.payroll.TimeOffUnit;
import dev.payfleet.provider.reading.Notation;
import dev.payfleet.provider.reading.Quantity;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Amounts of time off: two members in the interface, and one text such as `16 hours` or `1 day` on a page.
final class TimeOff {

    private static final Map<String, TimeOffUnit> UNITS = Map.of(
            "hour", TimeOffUnit.HOURS,
            "hours", TimeOffUnit.HOURS,
            "day", TimeOffUnit.DAYS,
            "days", TimeOffUnit.DAYS);

    static final Notation<TimeOffUnit> UNIT = new Part<>("hours or days", UNITS::get);

    static final Notation<BigDecimal> SHOWN_AMOUNT = shown(words -> Optional.ofNullable(UNITS.get(words[1]))
            .map(_ -> Quantity.ENGLISH.parse(words[0]))
            .map(TimeWorked::tenths)
            .orElse(null));

    static final Notation<TimeOffUnit> SHOWN_UNIT = shown(words -> UNITS.get(words[1]));

    private TimeOff() {}

    private static <T> Notation<T> shown(Function<String[], @Nullable T> of) {
        return new Part<>("an amount such as 16 hours", text -> {
            String[] words = text.split(" ", -1);
            return words.length == 2 ? of.apply(words) : null;
        });
    }

    private record Part<T>(String description, Function<String, @Nullable T> of) implements Notation<T> {
        @Override
        public @Nullable T parse(String text) {
            return of.apply(text);
        }
    }
}
