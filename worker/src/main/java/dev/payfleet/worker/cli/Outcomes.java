package dev.payfleet.worker.cli;

import dev.payfleet.worker.queue.OutcomeLog;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/// Waits for what comes of jobs. It asks for each job by its id, since a cursor at the end of the log cannot be had
/// and one at its beginning would read all that ever happened.
final class Outcomes {
    private static final long PAUSE_MILLIS = 50;

    private final OutcomeLog log;
    private final InstantSource clock;

    Outcomes(OutcomeLog log, InstantSource clock) {
        this.log = log;
        this.clock = clock;
    }

    /// The terminal events of the jobs that have one in time.
    ///
    /// @param patience how long to wait for those that have none; zero looks once
    Map<UUID, OutcomeView> of(Collection<UUID> jobs, Duration patience) throws InterruptedException {
        Instant end = clock.instant().plus(patience);
        Map<UUID, OutcomeView> answers = new HashMap<>();
        Set<UUID> open = new LinkedHashSet<>(jobs);
        take(open, answers);
        while (!open.isEmpty() && clock.instant().isBefore(end)) {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            take(open, answers);
        }
        return answers;
    }

    private void take(Set<UUID> open, Map<UUID, OutcomeView> answers) {
        open.removeIf(job -> log.terminal(job)
                .map(event -> answers.put(job, OutcomeView.of(event)) == null)
                .orElse(false));
    }
}
