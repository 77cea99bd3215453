package dev.payfleet.worker.browser;

import java.time.Duration;

/// No lane came free within the visit's wait, or no substitute could be lent if it came to wait. The work never
/// began.
public final class LanesBusyException extends LaneException {
    LanesBusyException(int lanes, Duration waited) {
        super("none of " + lanes + " lanes came free within " + waited.toSeconds() + " s");
    }

    LanesBusyException(int waiting) {
        super(waiting + " lanes wait for a person already");
    }
}
