package dev.payfleet.worker.grant;

/// The keys that grants are verified with cannot be used. The message says what is wrong with the file, not what is
/// in it.
public final class GrantKeysException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    GrantKeysException(String expected) {
        super("PAYFLEET_GRANT_KEYS: expected " + expected);
    }
}
