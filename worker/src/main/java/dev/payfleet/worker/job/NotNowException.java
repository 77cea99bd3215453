package dev.payfleet.worker.job;

import org.jspecify.annotations.Nullable;

/// The job cannot be done now for a reason of ours; it goes back to the queue and nothing is lost.
public final class NotNowException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final OutcomeCode.Retry code;

    /// @param code why not now
    public NotNowException(OutcomeCode.Retry code, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    /// Why not now.
    public OutcomeCode.Retry code() {
        return code;
    }
}
