package dev.payfleet.worker.browser;

/// A visit that the browser's side cut short or never began. It says nothing against the job, which goes back to
/// the queue. Messages hold no word of Playwright's: its call logs repeat what was typed.
public abstract sealed class LaneException extends RuntimeException
        permits BrowserMissingException,
                LaneLostException,
                LaneStartException,
                LaneStuckException,
                LanesBusyException,
                LanesClosedException {
    LaneException(String message) {
        super(message);
    }
}
