package dev.payfleet.session;

/// How a sign-in attempt ended.
public enum AttemptOutcome {
    /// Submitted, perhaps, and no answer seen: counts as spent. Every attempt starts as this.
    UNKNOWN,
    /// Signed in; what was spent before no longer counts.
    SIGNED_IN,
    /// The provider said that user name or password is wrong.
    CREDENTIALS_REJECTED,
    /// The provider said that the account is locked.
    ACCOUNT_LOCKED,
    /// The password was accepted and a challenge asked; can still become any other outcome.
    CHALLENGED,
    /// The credential never left us, for example because the provider was down: does not count.
    NOT_SUBMITTED,
    /// No attempt at all: an operator said that what was spent before no longer counts, see [SignInLedger#override].
    OVERRIDDEN
}
