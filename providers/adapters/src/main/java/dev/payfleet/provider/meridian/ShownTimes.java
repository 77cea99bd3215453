package dev.payfleet.provider.meridian;

import dev.payfleet.provider.reading.Notation;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `Mar 8, 2026, 7:00 AM CDT`. The abbreviation tells the two half past ones of a night in November apart; one that
/// the clocks did not have at that time is no value.
record ShownTimes(ZoneId zone) implements Notation<OffsetDateTime> {

    private static final DateTimeFormatter WALL =
            DateTimeFormatter.ofPattern("MMM d, uuuu, h:mm a", Locale.US).withResolverStyle(ResolverStyle.STRICT);
    private static final Map<String, ZoneOffset> OFFSETS =
            Map.of("CST", ZoneOffset.ofHours(-6), "CDT", ZoneOffset.ofHours(-5));

    @Override
    public @Nullable OffsetDateTime parse(String text) {
        // A browser sets AM and PM off by a narrow no-break space.
        String plain = text.replace('\u202f', ' ').replace('\u00a0', ' ');
        int cut = plain.lastIndexOf(' ');
        ZoneOffset offset = cut < 0 ? null : OFFSETS.get(plain.substring(cut + 1));
        if (offset == null) {
            return null;
        }
        try {
            LocalDateTime wall = LocalDateTime.parse(plain.substring(0, cut), WALL);
            return zone.getRules().isValidOffset(wall, offset) ? wall.atOffset(offset) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    @Override
    public String description() {
        return "a time such as Mar 8, 2026, 7:00 AM CDT";
    }
}
