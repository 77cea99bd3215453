package dev.payfleet.provider.meridian;

import dev.payfleet.payroll.TimeOffUnit;
import dev.payfleet.provider.reading.Dates;
import dev.payfleet.provider.reading.Moments;
import dev.payfleet.provider.reading.Money;
import dev.payfleet.provider.reading.Notation;
import dev.payfleet.provider.reading.NumberStyle;
import dev.payfleet.provider.reading.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Locale;

/// How one of Meridian's two faces writes values. Its words are read by [MeridianWords], which knows those of both.
///
/// @param money in cents
/// @param day a day
/// @param dayOf the day of a moment, at the company's place
/// @param time a moment with the offset that the company's clocks had
/// @param worked hours worked, in tenths
/// @param amount of time off, in tenths
/// @param unit of that amount
record Dialect(
        Notation<Long> money,
        Notation<LocalDate> day,
        Notation<LocalDate> dayOf,
        Notation<OffsetDateTime> time,
        Notation<BigDecimal> worked,
        Notation<BigDecimal> amount,
        Notation<TimeOffUnit> unit) {

    static final ZoneId ZONE = ZoneId.of("America/Chicago");

    private static final Dates SHOWN_DAY = new Dates("MMM d, uuuu", Locale.US);
    private static final Notation<OffsetDateTime> MOMENT = Moments.iso(ZONE);

    /// `-1234.56`, `2026-03-08`, moments in UTC, minutes.
    static final Dialect INTERFACE = new Dialect(
            new Money("", NumberStyle.ENGLISH),
            Dates.ISO,
            Derived.of(MOMENT, OffsetDateTime::toLocalDate),
            MOMENT,
            TimeWorked.MINUTES,
            Derived.of(Quantity.ENGLISH, TimeWorked::tenths),
            TimeOff.UNIT);

    /// `-$1,234.56`, `Mar 8, 2026`, `Mar 8, 2026, 7:00 AM CDT`, `7h 45m`, `16 hours`.
    static final Dialect PAGES = new Dialect(
            Money.AMERICAN,
            SHOWN_DAY,
            SHOWN_DAY,
            new ShownTimes(ZONE),
            TimeWorked.HOURS_AND_MINUTES,
            TimeOff.SHOWN_AMOUNT,
            TimeOff.SHOWN_UNIT);
}
