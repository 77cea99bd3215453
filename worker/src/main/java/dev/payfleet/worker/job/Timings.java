package dev.payfleet.worker.job;

import dev.payfleet.worker.job.JobProgress.Stage;
import java.time.Duration;
import java.util.stream.Stream;

/// How long a job took, by what it waited for. Written in whole milliseconds.
///
/// @param queued from being sent to being taken, and waiting for a free lane
/// @param session finding and probing the stored session
/// @param signIn signing in
/// @param read reading and normalizing
/// @param person waiting for the person; never counted as ours
public record Timings(Duration queued, Duration session, Duration signIn, Duration read, Duration person) {

    /// Nothing was measured.
    public static final Timings NONE =
            new Timings(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO);

    public Timings {
        if (Stream.of(queued, session, signIn, read, person).anyMatch(Duration::isNegative)) {
            throw new IllegalArgumentException("timing_ms: expected no negative time");
        }
    }

    /// What a job has taken so far.
    public static Timings of(JobProgress progress) {
        return new Timings(
                progress.spent(Stage.QUEUED),
                progress.spent(Stage.SESSION),
                progress.spent(Stage.SIGN_IN),
                progress.spent(Stage.READ),
                progress.spent(Stage.PERSON));
    }
}
