package dev.payfleet.worker.drill;

import java.time.Duration;

/// How a drill waits.
///
/// @param pause between two looks
/// @param appears how long a table that was asked for may not be known yet
/// @param longest how long bringing back may take, and deleting
public record Pace(Duration pause, Duration appears, Duration longest) {
    /// For AWS, where bringing back takes from some minutes to hours, whatever a table's size.
    public static final Pace USUAL = new Pace(Duration.ofSeconds(5), Duration.ofMinutes(1), Duration.ofHours(8));
}
