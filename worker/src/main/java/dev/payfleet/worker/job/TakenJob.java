package dev.payfleet.worker.job;

/// A job that was taken from the queue, and what it shows of itself.
///
/// @param progress its own; written by whoever works for it
public record TakenJob(FetchJob job, JobProgress progress) {

    /// Whether one visit may serve both: each only reads, and from the same account.
    public boolean travelsWith(FetchJob other) {
        return job.kind() == JobKind.FETCH
                && other.kind() == JobKind.FETCH
                && job.key().equals(other.key())
                && job.provider().equals(other.provider());
    }
}
