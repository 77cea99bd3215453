package dev.payfleet.worker.browser;

/// Chromium's sandbox is wanted and this process runs as root.
public final class SandboxImpossibleException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SandboxImpossibleException() {
        super("Chromium has no sandbox as root; run as another user, or set PAYFLEET_SANDBOX=off to go without one");
    }
}
