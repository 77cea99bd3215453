package dev.payfleet.worker.job;

import java.util.List;

/// What is done with a job. [JobRunner] is the one that does it; a test tells another.
@FunctionalInterface
public interface JobStory {
    /// Does the job.
    ///
    /// @return what happened; only a fault of our own is thrown
    JobOutcome run(FetchJob job, JobProgress progress);

    /// Does jobs that wait together and may travel together ([TakenJob#travelsWith]); one after the other, where a
    /// story
    /// knows no better way.
    ///
    /// @return what happened to each, in their order; only a fault of our own is thrown
    default List<JobOutcome> runTogether(List<TakenJob> jobs) {
        return jobs.stream().map(taken -> run(taken.job(), taken.progress())).toList();
    }
}
