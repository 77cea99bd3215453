package dev.payfleet.worker.job;

/// What is done with a job. [JobRunner] is the one that does it; a test tells another.
@FunctionalInterface
public interface JobStory {
    /// Does the job.
    ///
    /// @return what happened; only a fault of our own is thrown
    JobOutcome run(FetchJob job, JobProgress progress);
}
