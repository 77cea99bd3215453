package dev.payfleet.provider;

/// A provider could not be read or signed in to, for the reason that [#trouble()] gives. The message is the
/// trouble's and safe to log.
public final class ProviderException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    // Not serialized: a trouble never leaves the process as a Java object.
    private final transient Trouble trouble;

    /// A trouble that was read from a page or an answer.
    public ProviderException(Trouble trouble) {
        super(sentence(trouble));
        this.trouble = trouble;
    }

    /// A trouble that something thrown below tells of.
    ///
    /// @param cause what was thrown below; its message must hold no address with a query and no value of a page,
    ///     which Playwright's messages do
    public ProviderException(Trouble trouble, Throwable cause) {
        super(sentence(trouble), cause);
        this.trouble = trouble;
    }

    /// Why, for a switch that leaves no kind out.
    public Trouble trouble() {
        return trouble;
    }

    private static String sentence(Trouble trouble) {
        return switch (trouble) {
            case Trouble.SignedOut _ -> "the session is signed out";
            case Trouble.CredentialsRejected _ -> "user name or password was rejected";
            case Trouble.AccountLocked _ -> "the account is locked";
            case Trouble.AccountSetupRequired _ -> "the account needs something done by its owner";
            case Trouble.CaptchaAsked _ -> "a captcha was asked";
            case Trouble.ChallengeAsked asked -> "a second factor was asked: " + asked.kind();
            case Trouble.ChallengeRejected _ -> "the answer to the second factor was rejected";
            case Trouble.ChallengeExpired _ -> "the answer to the second factor came too late";
            case Trouble.SessionTakenOver _ -> "the session was ended by a sign-in elsewhere";
            case Trouble.InsufficientPermission _ -> "the account may not see this";
            case Trouble.NoAccounts _ -> "the person has no account to read";
            case Trouble.Unavailable _ -> "the provider is unavailable";
            case Trouble.RateLimited(java.time.Duration retryAfter) ->
                "the provider wants fewer requests; ask again in " + retryAfter.toSeconds() + " s";
            case Trouble.TimedOut(String waitingFor) -> "timed out waiting for " + waitingFor;
            case Trouble.OriginRefused(String origin) -> "not a declared origin: " + origin;
            case Trouble.EgressUnavailable _ -> "the egress is unavailable";
            case Trouble.LayoutChanged(String page, String expected) ->
                "page \"" + page + "\" has changed: expected " + expected;
            case Trouble.NotOffered _ -> "the provider does not offer this";
        };
    }
}
