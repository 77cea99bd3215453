package dev.payfleet.worker.config;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/// Settings that are a time: `30s`, `10m`, `1h`, `1h30m`, or ISO 8601 (`PT30S`).
final class TimeSpan {
    private TimeSpan() {}

    /// A time within these bounds, both included.
    static Kind<Duration> between(Duration least, Duration most) {
        return Kind.open("a time, `%s` to `%s`".formatted(words(least), words(most)), text -> {
            Duration time = read(text);
            if (time.compareTo(least) < 0 || time.compareTo(most) > 0) {
                throw new IllegalArgumentException("expected %s to %s".formatted(words(least), words(most)));
            }
            return time;
        });
    }

    /// A time that stays below a number of days, whatever anybody wishes.
    static Kind<Duration> belowDays(int days) {
        return Kind.open("a time, less than %d days".formatted(days), text -> {
            Duration time = read(text);
            if (time.compareTo(Duration.ofDays(days)) >= 0) {
                throw new IllegalArgumentException("expected less than %d days".formatted(days));
            }
            return time;
        });
    }

    private static Duration read(String text) {
        String upper = text.toUpperCase(Locale.ROOT);
        try {
            Duration time = Duration.parse(upper.startsWith("P") ? upper : "PT" + upper);
            if (time.isNegative() || time.isZero()) {
                throw new IllegalArgumentException("expected a time longer than nothing");
            }
            return time;
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("expected a time such as 30s, 10m or 1h", e);
        }
    }

    private static String words(Duration time) {
        return time.toString().substring("PT".length()).toLowerCase(Locale.ROOT);
    }
}
