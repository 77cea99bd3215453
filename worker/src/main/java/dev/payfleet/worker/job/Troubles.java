package dev.payfleet.worker.job;

import dev.payfleet.provider.ProviderException;
import dev.payfleet.provider.Trouble;
import dev.payfleet.session.DisconnectedException;
import dev.payfleet.session.StaleFenceException;
import dev.payfleet.session.StoreUnavailableException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Turns every trouble that has a name into the outcome that says what happens next. One exhaustive switch: a new
/// kind of trouble does not compile until it has an answer.
final class Troubles {
    private static final Logger LOG = LoggerFactory.getLogger(Troubles.class);

    /// As long as a person is usually at it; a session of half an hour would end by itself.
    private static final Duration LEFT_TO_THE_PERSON = Duration.ofMinutes(10);

    private Troubles() {}

    /// Does the work; a named trouble becomes its outcome, a nameless one is thrown on.
    ///
    /// @param job whose work it is
    static JobOutcome answered(FetchJob job, Supplier<JobOutcome> work) {
        try {
            return work.get();
        } catch (VisitFailedException e) {
            return asked(job, e.trouble())
                    .orElseGet(() -> outcome(e.trouble(), e.evidenceId().orElse(null)));
        } catch (ProviderException e) {
            return asked(job, e.trouble()).orElseGet(() -> outcome(e.trouble(), null));
        } catch (SignInForbiddenException e) {
            return new JobOutcome.ActionRequired(e.action());
        } catch (DisconnectedException e) {
            return new JobOutcome.Disconnected();
        } catch (StaleFenceException e) {
            return new JobOutcome.RetryLater(OutcomeCode.Retry.ACCOUNT_BUSY, Duration.ZERO);
        } catch (StoreUnavailableException e) {
            LOG.atWarn().setCause(e).log("a store gave no answer; the job is tried again");
            return new JobOutcome.RetryLater(OutcomeCode.Retry.TIMED_OUT, Duration.ZERO);
        } catch (NotNowException e) {
            return new JobOutcome.RetryLater(e.code(), Duration.ZERO);
        }
    }

    /// A second factor that somebody is there to answer. The challenge has the job's id: there is one to a job.
    private static Optional<JobOutcome> asked(FetchJob job, Trouble trouble) {
        if (!job.attended() || !(trouble instanceof Trouble.ChallengeAsked asked)) {
            return Optional.empty();
        }
        return Optional.of(Asked.of(job.jobId(), asked));
    }

    /// The outcome where nobody is there to answer.
    static JobOutcome outcome(Trouble trouble, @Nullable String evidenceId) {
        return switch (trouble) {
            case Trouble.CredentialsRejected t ->
                new JobOutcome.ActionRequired(OutcomeCode.Action.CREDENTIALS_REJECTED);
            case Trouble.AccountLocked t -> new JobOutcome.ActionRequired(OutcomeCode.Action.ACCOUNT_LOCKED);
            case Trouble.AccountSetupRequired t ->
                new JobOutcome.ActionRequired(OutcomeCode.Action.ACCOUNT_SETUP_REQUIRED);
            case Trouble.CaptchaAsked t -> new JobOutcome.ActionRequired(OutcomeCode.Action.CAPTCHA);
            case Trouble.InsufficientPermission t ->
                new JobOutcome.ActionRequired(OutcomeCode.Action.INSUFFICIENT_PERMISSION);
            case Trouble.NoAccounts t -> new JobOutcome.ActionRequired(OutcomeCode.Action.NO_ACCOUNTS);
            case Trouble.ChallengeAsked t -> new JobOutcome.ActionRequired(OutcomeCode.Action.CHALLENGE_UNATTENDED);
            case Trouble.ChallengeRejected t -> new JobOutcome.ActionRequired(OutcomeCode.Action.CHALLENGE_REJECTED);
            case Trouble.ChallengeExpired t -> new JobOutcome.ActionRequired(OutcomeCode.Action.CHALLENGE_EXPIRED);
            // The person is at it: another sign-in of ours would end theirs.
            case Trouble.SessionTakenOver t ->
                new JobOutcome.RetryLater(OutcomeCode.Retry.ACCOUNT_BUSY, LEFT_TO_THE_PERSON);
            case Trouble.Unavailable t ->
                new JobOutcome.RetryLater(OutcomeCode.Retry.PROVIDER_UNAVAILABLE, Duration.ZERO);
            case Trouble.RateLimited(Duration after) ->
                new JobOutcome.RetryLater(OutcomeCode.Retry.PROVIDER_RATE_LIMITED, after);
            case Trouble.TimedOut t -> new JobOutcome.RetryLater(OutcomeCode.Retry.TIMED_OUT, Duration.ZERO);
            case Trouble.EgressUnavailable t ->
                new JobOutcome.RetryLater(OutcomeCode.Retry.EGRESS_UNAVAILABLE, Duration.ZERO);
            case Trouble.NotOffered t -> new JobOutcome.Unsupported(OutcomeCode.Unsupported.RESOURCE_NOT_OFFERED);
            // Signed out right after a sign-in, or sent outside the declared origins: the site is not what its adapter
            // says it is.
            case Trouble.SignedOut t -> new JobOutcome.Failed(OutcomeCode.Failure.ADAPTER_BROKEN, evidenceId);
            case Trouble.OriginRefused t -> new JobOutcome.Failed(OutcomeCode.Failure.ADAPTER_BROKEN, evidenceId);
            case Trouble.LayoutChanged t -> new JobOutcome.Failed(OutcomeCode.Failure.ADAPTER_BROKEN, evidenceId);
        };
    }
}
