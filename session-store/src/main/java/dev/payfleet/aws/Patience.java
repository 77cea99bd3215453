package dev.payfleet.aws;

import java.time.Duration;

/// How long AWS may take.
///
/// @param connect to accept a connection
/// @param attempt to answer one try; a service that answers at once usually takes a thousandth of it
/// @param call to answer with all tries together, which is also the longest that a job's step waits
public record Patience(Duration connect, Duration attempt, Duration call) {
    /// What serves a worker.
    public static final Patience USUAL =
            new Patience(Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(20));

    public Patience {
        if (attempt.compareTo(call) > 0) {
            throw new IllegalArgumentException("one attempt must not be given longer than the call");
        }
    }
}
