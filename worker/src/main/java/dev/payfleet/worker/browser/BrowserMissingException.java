package dev.payfleet.worker.browser;

/// There is no browser (or no driver for it) on this machine. Only a person can cure it; the message says how.
public final class BrowserMissingException extends LaneException {
    BrowserMissingException(String what) {
        super(what + ": run ./payfleet setup, or set PAYFLEET_BROWSER to a Chromium's path");
    }
}
