package dev.payfleet.worker.browser;

import java.time.Duration;

/// The visit made no step for too long, so its lane was killed.
public final class LaneStuckException extends LaneException {
    private final String step;

    LaneStuckException(String step, Duration patience) {
        super("no progress for " + patience.toSeconds() + " s in step '" + step + "'");
        this.step = step;
    }

    /// The step that did not end.
    public String step() {
        return step;
    }
}
