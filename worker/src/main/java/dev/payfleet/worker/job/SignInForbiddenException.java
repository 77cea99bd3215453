package dev.payfleet.worker.job;

/// A sign-in that was not tried, because it could cost the person their account or cannot succeed.
final class SignInForbiddenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final OutcomeCode.Action action;

    SignInForbiddenException(String message) {
        this(OutcomeCode.Action.REAUTHENTICATION_REQUIRED, message);
    }

    /// @param action what the person has to do
    SignInForbiddenException(OutcomeCode.Action action, String message) {
        super(message);
        this.action = action;
    }

    OutcomeCode.Action action() {
        return action;
    }
}
