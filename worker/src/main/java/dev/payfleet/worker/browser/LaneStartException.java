package dev.payfleet.worker.browser;

/// No lane can be started at present; it is tried again by itself, ever more seldom.
public final class LaneStartException extends LaneException {
    LaneStartException(String reason) {
        super("no browser lane can be started: " + reason);
    }
}
