package dev.payfleet.session;

/// Why the ledger forbids a sign-in.
public enum Refusal {
    /// This very credential was rejected; another one may be tried.
    CREDENTIALS_REJECTED_BEFORE,
    /// One more failure could bring the provider's lock-out within reach.
    TOO_CLOSE_TO_LOCK_OUT,
    /// This very credential found the account locked.
    ACCOUNT_LOCKED
}
