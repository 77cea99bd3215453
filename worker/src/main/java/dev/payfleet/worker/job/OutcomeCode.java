package dev.payfleet.worker.job;

import dev.payfleet.provider.ChallengeKind;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Says more exactly what an outcome is. Each outcome has codes of its own, so that none can carry another's.
public sealed interface OutcomeCode {

    /// The name of the constant.
    String name();

    /// The word for it in events.
    default String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// What the person has to do before anything can be read.
    enum Action implements OutcomeCode {
        /// The provider said in so many words that user name or password is wrong.
        CREDENTIALS_REJECTED,
        /// The answer to a challenge was wrong.
        CHALLENGE_REJECTED,
        /// Nobody answered a challenge in time.
        CHALLENGE_EXPIRED,
        /// The session is gone, and a silent sign-in is impossible or the ledger forbids it.
        REAUTHENTICATION_REQUIRED,
        /// The provider asks something, and the job said that nobody is there to answer.
        CHALLENGE_UNATTENDED,
        /// The provider wants a new password, a yes to new terms or the like.
        ACCOUNT_SETUP_REQUIRED,
        /// The provider locked the account.
        ACCOUNT_LOCKED,
        /// The provider asks for proof of a human; never solved, never evaded.
        CAPTCHA,
        /// The person may not see this resource.
        INSUFFICIENT_PERMISSION,
        /// The sign-in holds no payroll account.
        NO_ACCOUNTS
    }

    /// Why to try again later.
    enum Retry implements OutcomeCode {
        /// The provider is down or shows its maintenance page.
        PROVIDER_UNAVAILABLE,
        /// The provider told us to slow down.
        PROVIDER_RATE_LIMITED,
        /// No proxy can be had for this connection.
        EGRESS_UNAVAILABLE,
        /// A step did not end in its time.
        TIMED_OUT,
        /// This worker stops; another will take the job.
        WORKER_STOPPING,
        /// Somebody else is using the account.
        ACCOUNT_BUSY
    }

    /// Why the job can never be served.
    enum Unsupported implements OutcomeCode {
        /// The provider has no such resource.
        RESOURCE_NOT_OFFERED,
        /// There is no adapter of this name.
        UNKNOWN_PROVIDER
    }

    /// What broke on our side.
    enum Failure implements OutcomeCode {
        /// The site is not what its adapter expects; evidence is kept.
        ADAPTER_BROKEN,
        /// The message is not a job.
        INVALID_JOB,
        /// The grant does not allow this.
        GRANT_REFUSED,
        /// A fault of ours.
        INTERNAL
    }

    /// What the provider asks of the person.
    enum Challenged implements OutcomeCode {
        /// A one-time code by text message.
        OTP_SMS,
        /// A one-time code by e-mail.
        OTP_EMAIL,
        /// A one-time code from an app.
        OTP_APP,
        /// A tap on another device.
        PUSH_APPROVAL,
        /// A question only the person can answer.
        SECURITY_QUESTION,
        /// Which of several ways the person wants.
        CHOOSE_METHOD;

        /// The code with this word; empty when there is none.
        public static Optional<Challenged> fromWire(String wireName) {
            return Arrays.stream(values())
                    .filter(code -> code.wireName().equals(wireName))
                    .findFirst();
        }

        /// The code for what a provider was seen to ask.
        public static Challenged of(ChallengeKind kind) {
            return switch (kind) {
                case OTP_SMS -> OTP_SMS;
                case OTP_EMAIL -> OTP_EMAIL;
                case OTP_APP -> OTP_APP;
                case PUSH_APPROVAL -> PUSH_APPROVAL;
                case SECURITY_QUESTION -> SECURITY_QUESTION;
                case CHOOSE_METHOD -> CHOOSE_METHOD;
            };
        }
    }
}
