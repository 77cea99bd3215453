package dev.payfleet.worker.browser;

/// The lanes are shutting down. The work never began, or was cut short by the shutdown.
public final class LanesClosedException extends LaneException {
    LanesClosedException() {
        super("the browser lanes are shutting down");
    }
}
