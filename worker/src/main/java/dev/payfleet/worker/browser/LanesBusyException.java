package dev.payfleet.worker.browser;

import java.time.Duration;

/// No lane came free within the visit's wait. The work never began.
public final class LanesBusyException extends LaneException {
    LanesBusyException(int lanes, Duration waited) {
        super("none of " + lanes + " lanes came free within " + waited.toSeconds() + " s");
    }
}
