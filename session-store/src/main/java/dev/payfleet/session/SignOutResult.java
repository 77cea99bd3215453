package dev.payfleet.session;

import java.util.Locale;

/// What came of the courtesy of signing a person out at the provider, after everything of theirs was wiped.
public enum SignOutResult {
    /// The provider took it.
    DONE,
    /// It was tried, and the provider did not take it, could not be reached, or took too long.
    FAILED,
    /// The provider's adapter knows no sign-out, or there is no such adapter.
    NOT_OFFERED,
    /// There was no live session to end.
    NO_SESSION,
    /// There was no way out to try it by.
    NOT_TRIED;

    /// As records and commands write it.
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
