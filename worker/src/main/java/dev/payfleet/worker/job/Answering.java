package dev.payfleet.worker.job;

import dev.payfleet.session.ChallengeDesk;
import dev.payfleet.session.ConnectionKey;
import dev.payfleet.session.OpenChallenge;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/// Brings a person's answer to the page that waits for it, on whichever worker that is, and goes on with the job
/// that had met the challenge.
///
/// Nothing here is done twice by a redelivery: what was handed in stays handed in, and a verdict is read again.
final class Answering {
    private static final Duration LOOK = Duration.ofMillis(250);

    private final ChallengeDesk desk;
    private final ChallengeTexts texts;
    private final InstantSource clock;

    Answering(ChallengeDesk desk, ChallengeTexts texts, InstantSource clock) {
        this.desk = desk;
        this.texts = texts;
        this.clock = clock;
    }

    /// The challenge that is open for this connection, as the outcome of any job that would sign in now: the
    /// person is being asked already, and a second sign-in would void what they were sent.
    Optional<JobOutcome> open(ConnectionKey key) {
        return desk.find(key).filter(open -> open.isOpen(clock.instant())).map(Asked::of);
    }

    /// Ends what is open, because new credentials have come. Whoever has the page lets go of it soon.
    ///
    /// @return whether something was open
    boolean supersede(ConnectionKey key) {
        Optional<OpenChallenge> open = desk.find(key).filter(each -> each.isOpen(clock.instant()));
        open.ifPresent(each -> desk.end(key, each.id()));
        return open.isPresent();
    }

    /// Brings the answer.
    ///
    /// @param goingOn does the job that had met the challenge, once the person is signed in
    /// @throws NotNowException while another answer of this connection is at work, or when the verdict is late
    JobOutcome answer(FetchJob job, JobProgress progress, Function<FetchJob, JobOutcome> goingOn) {
        AnswerTo answer = Objects.requireNonNull(job.answer(), "an answer job has an answer");
        return verdict(job, answer, progress)
                .map(verdict -> switch (verdict) {
                    case Verdict.SignedIn(String continuation) -> goingOn.apply(texts.continued(continuation, job));
                    case Verdict.Otherwise(JobOutcome outcome) -> lastWord(outcome);
                })
                .orElse(new JobOutcome.ActionRequired(OutcomeCode.Action.CHALLENGE_EXPIRED));
    }

    /// The answer is used up: there is nothing to be tried again.
    private static JobOutcome lastWord(JobOutcome outcome) {
        return outcome instanceof JobOutcome.RetryLater
                ? new JobOutcome.ActionRequired(OutcomeCode.Action.CHALLENGE_EXPIRED)
                : outcome;
    }

    private Optional<Verdict> verdict(FetchJob job, AnswerTo answer, JobProgress progress) {
        Optional<Verdict> known = told(job, answer.challenge());
        if (known.isPresent() || held(job.key(), answer.challenge()).isEmpty()) {
            return known;
        }
        if (!desk.handIn(job.key(), answer.challenge(), answer.handedIn(job.jobId()))) {
            throw notNow(OutcomeCode.Retry.ACCOUNT_BUSY, "another answer is at work");
        }
        return progress.during(JobProgress.Stage.SIGN_IN, () -> awaited(job, answer.challenge(), progress));
    }

    /// Waits for as long as the worker that has the page says that it has it.
    private Optional<Verdict> awaited(FetchJob job, UUID challenge, JobProgress progress) {
        Instant heldUntil = Instant.EPOCH;
        while (clock.instant().isBefore(job.deadline())) {
            Optional<OpenChallenge> held = held(job.key(), challenge);
            Optional<Verdict> verdict = told(job, challenge);
            if (verdict.isPresent() || held.isEmpty()) {
                return verdict;
            }
            if (held.get().heldUntil().isAfter(heldUntil)) {
                heldUntil = held.get().heldUntil();
                progress.step("answer at the page");
            }
            pause();
        }
        throw notNow(OutcomeCode.Retry.TIMED_OUT, "the page gave no verdict in time");
    }

    private Optional<OpenChallenge> held(ConnectionKey key, UUID challenge) {
        return desk.find(key)
                .filter(open -> open.id().equals(challenge))
                .filter(open -> clock.instant().isBefore(open.heldUntil()));
    }

    private Optional<Verdict> told(FetchJob job, UUID challenge) {
        return desk.verdict(job.key(), challenge, job.jobId()).map(texts::verdict);
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw notNow(OutcomeCode.Retry.WORKER_STOPPING, "the worker stops");
        }
    }

    private static NotNowException notNow(OutcomeCode.Retry code, String why) {
        return new NotNowException(code, why, null);
    }
}
