package dev.payfleet.worker.bench;

import java.time.Duration;

/// One line of a benchmark's table.
///
/// @param what what was done
/// @param operations how often
/// @param took how long all of it took
public record Figure(String what, long operations, Duration took) {

    /// Operations per second.
    public long perSecond() {
        return Math.round(operations / (took.toNanos() / 1e9));
    }

    /// Microseconds per operation.
    public long micros() {
        return took.toNanos() / 1000 / operations;
    }
}
