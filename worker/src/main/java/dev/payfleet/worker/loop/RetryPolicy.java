package dev.payfleet.worker.loop;

import io.github.resilience4j.core.IntervalFunction;
import java.time.Duration;
import java.time.Instant;

/// When a job that could not be answered now is tried again: exponential back-off with jitter, never past the job's
/// deadline.
///
/// @param first the mean delay after the first attempt
/// @param longest no delay is longer than this
public record RetryPolicy(Duration first, Duration longest) {
    private static final double FACTOR = 2.0;
    private static final double SPREAD = 0.5;

    public RetryPolicy {
        if (first.isNegative() || first.isZero() || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException(
                    "retry delays: expected 0 < first <= longest, got %s and %s".formatted(first, longest));
        }
    }

    /// Two seconds at first, five minutes at most.
    public static RetryPolicy standard() {
        return new RetryPolicy(Duration.ofSeconds(2), Duration.ofMinutes(5));
    }

    /// How long to wait before the next attempt.
    ///
    /// @param attempt how often the job was tried so far, from 1
    /// @param asked what the provider asked for (its Retry-After); zero where it asked for nothing
    public Duration delay(int attempt, Duration asked) {
        IntervalFunction backoff = IntervalFunction.ofExponentialRandomBackoff(first, FACTOR, SPREAD, longest);
        Duration own = Duration.ofMillis(backoff.apply(Math.max(1, attempt)));
        return own.compareTo(asked) >= 0 ? own : asked;
    }

    /// Whether an attempt after the delay would still be in time.
    public static boolean inTime(Instant now, Duration delay, Instant deadline) {
        return now.plus(delay).isBefore(deadline);
    }
}
