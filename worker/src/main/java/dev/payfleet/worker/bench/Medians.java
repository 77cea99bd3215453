package dev.payfleet.worker.bench;

import dev.payfleet.worker.stage.Percentiles;
import java.time.Duration;
import java.util.List;

/// Medians and what they are to each other.
final class Medians {
    private static final int MEDIAN = 50;

    private Medians() {}

    static Duration of(List<Duration> durations) {
        return new Percentiles(durations).value(MEDIAN).orElse(Duration.ZERO);
    }

    static double ratio(Duration of, Duration to) {
        return of.toNanos() / (double) Math.max(1, to.toNanos());
    }
}
