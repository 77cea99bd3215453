package dev.payfleet.provider.visit;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/// Reads a `Retry-After` header (RFC 9110, section 10.2.3): seconds or a date.
final class RetryAfter {

    /// Where the provider names no time: long enough to be polite, short enough for a job's deadline.
    static final Duration UNSAID = Duration.ofSeconds(60);

    /// A longer wait than a day is taken for a day, so that a slip in a header does not park a connection for
    /// years.
    static final Duration LONGEST = Duration.ofDays(1);

    private RetryAfter() {}

    static Duration read(@Nullable String header, Instant now) {
        if (header == null) {
            return UNSAID;
        }
        String text = header.strip();
        if (text.matches("\\d{1,18}")) {
            return atMost(Long.parseLong(text));
        }
        try {
            Instant until = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text));
            return atMost(Math.max(0, Duration.between(now, until).toSeconds()));
        } catch (DateTimeException e) {
            return UNSAID;
        }
    }

    private static Duration atMost(long seconds) {
        return Duration.ofSeconds(Math.min(seconds, LONGEST.toSeconds()));
    }
}
