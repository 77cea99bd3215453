package dev.payfleet.provider.reading;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/// Points in time as programs write them: ISO 8601 with an offset, or milliseconds since 1970. Told in the offset
/// that holds at the provider's place at that time, so that a day read off it is the provider's day.
public final class Moments implements Notation<OffsetDateTime> {

    private final ZoneId zone;
    private final boolean millis;

    private Moments(ZoneId zone, boolean millis) {
        this.zone = zone;
        this.millis = millis;
    }

    /// 2026-03-18T09:00:00Z or 2026-03-18T04:00:00-05:00.
    public static Moments iso(ZoneId zone) {
        return new Moments(zone, false);
    }

    /// 1773824400000.
    public static Moments epochMillis(ZoneId zone) {
        return new Moments(zone, true);
    }

    @Override
    public @Nullable OffsetDateTime parse(String text) {
        try {
            Instant moment = millis
                    ? Instant.ofEpochMilli(Long.parseLong(text))
                    : OffsetDateTime.parse(text, DateTimeFormatter.ISO_OFFSET_DATE_TIME)
                            .toInstant();
            return moment.atZone(zone).toOffsetDateTime();
        } catch (DateTimeException | NumberFormatException e) {
            return null;
        }
    }

    @Override
    public String description() {
        return millis ? "milliseconds since 1970" : "a time as 2026-03-18T09:00:00Z";
    }
}
