package dev.payfleet.session.keys;

/// Another process rotates the keys.
public final class RotationBusyException extends RuntimeException {
    public RotationBusyException() {
        super("the keys are being rotated by another process: wait until it has ended");
    }
}
