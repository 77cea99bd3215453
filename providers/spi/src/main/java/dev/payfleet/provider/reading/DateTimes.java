package dev.payfleet.provider.reading;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Wall times of one zone in one pattern. Where clocks are set back and a wall time comes twice, it is the first;
/// where they are set forward and it never comes, it is the one an hour later.
public final class DateTimes implements Notation<OffsetDateTime> {

    private final String pattern;
    private final DateTimeFormatter formatter;
    private final ZoneId zone;

    /// A pattern of [DateTimeFormatter], with `uuuu` for the year.
    public DateTimes(String pattern, Locale locale, ZoneId zone) {
        this.pattern = pattern;
        this.formatter = DateTimeFormatter.ofPattern(pattern, locale).withResolverStyle(ResolverStyle.STRICT);
        this.zone = zone;
    }

    @Override
    public @Nullable OffsetDateTime parse(String text) {
        try {
            return LocalDateTime.parse(text, formatter).atZone(zone).toOffsetDateTime();
        } catch (DateTimeException e) {
            return null;
        }
    }

    @Override
    public String description() {
        return "a date and time as " + pattern.replace('u', 'y');
    }
}
