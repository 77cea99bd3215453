package dev.payfleet.provider;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Why a provider could not be read or signed in to. Each kind says what the fleet must do next; none holds a value
/// of the person's, only names of pages, fields and columns.
public sealed interface Trouble {

    /// The session does not serve any more: sign in again, if the ledger allows it.
    record SignedOut() implements Trouble {}

    /// User name or password is wrong: never try the same credential again.
    record CredentialsRejected() implements Trouble {}

    /// The provider has locked the account: ask the person.
    record AccountLocked() implements Trouble {}

    /// The person must first do something at the provider's own site: accept new terms, choose a new password.
    record AccountSetupRequired() implements Trouble {}

    /// A captcha stands in the way: stop. It is never solved and never evaded.
    record CaptchaAsked() implements Trouble {}

    /// A second factor is asked for: hand the challenge on. The page that asks stays open in its visit.
    ///
    /// @param page how it is asked for, and answered
    /// @param prompt what the person is told: the adapter's words, never the page's
    /// @param choices the ways that the page offers; empty unless the kind is [ChallengeKind#CHOOSE_METHOD]
    /// @param expiresAt until when the provider waits for the answer, as far as is known
    record ChallengeAsked(ChallengePage page, String prompt, List<ChallengeKind> choices, Instant expiresAt)
            implements Trouble {
        public ChallengeAsked {
            choices = List.copyOf(choices);
        }

        /// What is asked for.
        public ChallengeKind kind() {
            return page.kind();
        }
    }

    /// The answer to a second factor was wrong: ask the person.
    record ChallengeRejected() implements Trouble {}

    /// The answer to a second factor came too late: sign in again, if the ledger allows it.
    record ChallengeExpired() implements Trouble {}

    /// Somebody signed in elsewhere, most often the person, and the session was ended for it: keep out of their way
    /// and try later.
    record SessionTakenOver() implements Trouble {}

    /// The person's account may not see this.
    record InsufficientPermission() implements Trouble {}

    /// The person has no account whose payroll could be read.
    record NoAccounts() implements Trouble {}

    /// The provider is down or closed for maintenance: try later.
    record Unavailable() implements Trouble {}

    /// The provider wants fewer requests: try later.
    ///
    /// @param retryAfter how long it asks to wait, not negative
    record RateLimited(Duration retryAfter) implements Trouble {
        public RateLimited {
            if (retryAfter.isNegative()) {
                throw new IllegalArgumentException("retryAfter must not be negative");
            }
        }
    }

    /// No answer in time: try later.
    ///
    /// @param waitingFor what did not come, in words
    record TimedOut(String waitingFor) implements Trouble {}

    /// The way led out of the declared origins: the adapter is wrong or the site has changed.
    ///
    /// @param origin scheme and host that were refused, without path and query
    record OriginRefused(String origin) implements Trouble {}

    /// The proxy side failed: try later, perhaps through another proxy.
    record EgressUnavailable() implements Trouble {}

    /// The page is not as the adapter knows it: an engineer must look.
    ///
    /// @param page the adapter's name of the page
    /// @param expected what was looked for and not found: an element, a label, a column, a kind of value
    record LayoutChanged(String page, String expected) implements Trouble {}

    /// The provider has no such thing. Where it has and holds nothing, an empty answer is right instead.
    record NotOffered() implements Trouble {}
}
