package dev.payfleet.provider;

/// What a provider's page tells, in the words of its signs.
public enum PageMeaning {
    /// The person is signed in: data can be read.
    SIGNED_IN,
    /// Nobody is signed in; most often the sign-in form.
    SIGNED_OUT,
    /// User name or password was not accepted.
    CREDENTIALS_REJECTED,
    /// The provider has locked the account.
    ACCOUNT_LOCKED,
    /// The person must do something first: new terms, a password that has expired.
    ACCOUNT_SETUP_REQUIRED,
    /// A captcha; never solved, never evaded.
    CAPTCHA,
    /// A second factor; the sign says how it is asked for.
    CHALLENGE,
    /// The answer to a second factor was wrong.
    CHALLENGE_REJECTED,
    /// The answer to a second factor came too late.
    CHALLENGE_EXPIRED,
    /// The session was ended because somebody signed in elsewhere.
    SESSION_TAKEN_OVER,
    /// The provider is closed for maintenance.
    MAINTENANCE,
    /// The provider wants fewer requests.
    RATE_LIMITED,
    /// The person may not see this, for want of a role most often.
    INSUFFICIENT_PERMISSION,
    /// The person is known and has no account whose payroll could be read.
    NO_ACCOUNTS
}
