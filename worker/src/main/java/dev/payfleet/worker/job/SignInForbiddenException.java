package dev.payfleet.worker.job;

/// A sign-in that was not tried, because it could cost the person their account or cannot succeed.
final class SignInForbiddenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SignInForbiddenException(String message) {
        super(message);
    }
}
