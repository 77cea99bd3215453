package dev.payfleet.worker.job;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the upstream API is told about a job. A job has any number of passing events and exactly one terminal one.
///
/// @param version the version of the message, [#VERSION]
/// @param jobId the job
/// @param clientId the tenant; null where the job was malformed and did not tell
/// @param connectionId the connection; null where the job was malformed and did not tell
/// @param outcome what came of it
/// @param terminal whether it is the last word; an outcome that will be tried again is not
/// @param message safe to show; never a value of the person's
/// @param attempt how often the job has been taken, from 1
/// @param timings how long it took
public record OutcomeEvent(
        int version,
        UUID jobId,
        @Nullable String clientId,
        @Nullable String connectionId,
        JobOutcome outcome,
        boolean terminal,
        String message,
        int attempt,
        Timings timings) {

    /// The one version of the message that exists.
    public static final int VERSION = 1;

    public OutcomeEvent {
        if (version != VERSION) {
            throw new IllegalArgumentException("version: expected " + VERSION);
        }
        if (attempt < 1) {
            throw new IllegalArgumentException("attempt: expected 1 or more");
        }
        if (!terminal && !(outcome instanceof JobOutcome.RetryLater)) {
            throw new IllegalArgumentException("terminal: only an outcome to be tried again may pass");
        }
    }

    /// The last word on a job.
    public static OutcomeEvent terminal(FetchJob job, JobOutcome outcome, int attempt, Timings timings) {
        return of(job, outcome, true, attempt, timings);
    }

    /// Word of a job that will be tried again.
    public static OutcomeEvent passing(FetchJob job, JobOutcome.RetryLater outcome, int attempt, Timings timings) {
        return of(job, outcome, false, attempt, timings);
    }

    /// The last word on a message that names its job and is no job.
    ///
    /// @param reason names the field and what was expected of it, never its value
    public static OutcomeEvent malformed(
            UUID jobId, @Nullable String clientId, @Nullable String connectionId, String reason, int attempt) {
        return new OutcomeEvent(
                VERSION,
                jobId,
                clientId,
                connectionId,
                new JobOutcome.Failed(OutcomeCode.Failure.INVALID_JOB, null),
                true,
                reason,
                attempt,
                Timings.NONE);
    }

    private static OutcomeEvent of(FetchJob job, JobOutcome outcome, boolean terminal, int attempt, Timings timings) {
        return new OutcomeEvent(
                VERSION,
                job.jobId(),
                job.clientId(),
                job.connectionId(),
                outcome,
                terminal,
                outcome.message(),
                attempt,
                timings);
    }
}
