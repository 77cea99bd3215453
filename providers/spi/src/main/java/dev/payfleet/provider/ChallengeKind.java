package dev.payfleet.provider;

/// What a provider asks for besides the password.
public enum ChallengeKind {
    /// A one-time code by text message.
    OTP_SMS,
    /// A one-time code by e-mail.
    OTP_EMAIL,
    /// A one-time code from an authenticator.
    OTP_APP,
    /// A tap in an app of the provider's.
    PUSH_APPROVAL,
    /// A question whose answer the person has set.
    SECURITY_QUESTION,
    /// Which of several ways the person prefers.
    CHOOSE_METHOD
}
