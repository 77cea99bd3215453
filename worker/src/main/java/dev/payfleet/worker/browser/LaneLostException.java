package dev.payfleet.worker.browser;

/// The lane's browser, driver or page process died during the visit.
public final class LaneLostException extends LaneException {
    LaneLostException(String what, String step) {
        super(what + " during step '" + step + "'");
    }
}
