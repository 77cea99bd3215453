package dev.payfleet.worker.trial;

/// A trial cannot begin. The message says what is wrong and what to do.
public final class TrialException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TrialException(String message, Throwable cause) {
        super(message, cause);
    }
}
