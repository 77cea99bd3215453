package dev.payfleet.worker.job;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Jobs that are served together, and what came of each so far. Confined to one thread.
final class Company {
    private final List<TakenJob> jobs;
    private final Map<TakenJob, JobOutcome> outcomes = new HashMap<>();

    /// @param jobs of one account, each a fetch; at least one
    Company(List<TakenJob> jobs) {
        this.jobs = List.copyOf(jobs);
    }

    List<TakenJob> jobs() {
        return jobs;
    }

    void answer(TakenJob job, JobOutcome outcome) {
        outcomes.put(job, outcome);
    }

    /// What came of each, in order.
    ///
    /// @param others what came of those that were not answered
    List<JobOutcome> outcomes(JobOutcome others) {
        return jobs.stream()
                .map(job -> Objects.requireNonNullElse(outcomes.get(job), others))
                .toList();
    }
}
