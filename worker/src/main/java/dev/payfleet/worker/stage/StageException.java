package dev.payfleet.worker.stage;

/// The stage cannot be set, or fell. The message is for the person who started it.
public final class StageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// @param message what is wrong, and where to look
    public StageException(String message) {
        super(message);
    }

    /// The same with what caused it.
    public StageException(String message, Throwable cause) {
        super(message, cause);
    }
}
