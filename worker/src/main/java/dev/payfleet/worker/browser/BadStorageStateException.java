package dev.payfleet.worker.browser;

/// The storage state of a visit is not one that Playwright reads. Trying again does not help; without it, it would.
/// Holds no word of the state, which is as secret as a password.
public final class BadStorageStateException extends IllegalArgumentException {
    BadStorageStateException() {
        super("storage state: expected JSON as a visit's storageState() gives it");
    }
}
