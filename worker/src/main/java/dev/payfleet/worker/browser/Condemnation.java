package dev.payfleet.worker.browser;

import java.time.Duration;

/// Why a lane was killed from outside its thread.
sealed interface Condemnation {
    /// Its visit made no step for this long.
    record Stuck(String step, Duration patience) implements Condemnation {}

    /// Whoever waited for its visit was interrupted.
    record GivenUp() implements Condemnation {}

    /// The lanes were closed.
    record Closed() implements Condemnation {}

    /// What the visit fails with.
    default LaneException asException(String step) {
        return switch (this) {
            case Stuck(String where, Duration patience) -> new LaneStuckException(where, patience);
            case GivenUp() -> new LaneLostException("the visit was given up", step);
            case Closed() -> new LanesClosedException();
        };
    }
}
