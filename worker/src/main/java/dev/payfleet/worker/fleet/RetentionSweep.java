package dev.payfleet.worker.fleet;

import dev.payfleet.worker.evidence.EvidenceStore;
import dev.payfleet.worker.retention.BrokenPromise;
import dev.payfleet.worker.retention.RetentionGuard;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Deletes what has outlived its purpose: at the start of a worker and every hour. Each store knows its own life
/// span; outcomes, and the memory of job ids with them, are kept for fourteen days. Then it has the guard look
/// whether places are as promised. What could not be deleted is logged as the guard's breaches are, because
/// somebody must look.
final class RetentionSweep implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RetentionSweep.class);
    private static final Duration EVERY = Duration.ofHours(1);
    /// Long enough after the start not to hold up the first job.
    private static final Duration AT_FIRST = Duration.ofSeconds(20);

    private static final Duration OUTCOMES = Duration.ofDays(14);

    private final Fleet fleet;
    private final InstantSource clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("retention-sweep").factory());

    RetentionSweep(Fleet fleet, InstantSource clock) {
        this.fleet = fleet;
        this.clock = clock;
    }

    void start() {
        var _ = timer.scheduleWithFixedDelay(
                this::sweepAndLook, AT_FIRST.toSeconds(), EVERY.toSeconds(), TimeUnit.SECONDS);
    }

    void sweepAndLook() {
        try {
            sweep();
        } catch (RuntimeException e) {
            // The timer must not die of one failed sweep.
            LOG.atError()
                    .setCause(e)
                    .addKeyValue("event", "retention_sweep_failed")
                    .log("the retention sweep failed; it is tried again in an hour");
        }
        // After the sweep: what it deleted in time is no breach. It never throws.
        List<BrokenPromise> _ = fleet.retention().look();
    }

    void sweep() {
        EvidenceStore.Swept evidence = fleet.evidence().sweep(clock.instant());
        int results = fleet.results().sweep(clock.instant());
        int challenges = fleet.challenges().sweep(clock.instant());
        int attempts = fleet.ledger().sweep(clock.instant());
        int departures = fleet.departures().sweep(clock.instant());
        int outcomes = fleet.outcomes().sweep(OUTCOMES);
        int ids = fleet.desk().forget(OUTCOMES);
        int audited = fleet.audit().sweep(clock.instant());
        int grants = fleet.usedGrants().sweep(clock.instant());
        int orphans = fleet.sweepOrphans(clock.instant());
        LOG.atInfo()
                .addKeyValue("event", "retention_sweep")
                .addKeyValue("evidence", evidence.deleted())
                .addKeyValue("evidence_kept", evidence.kept())
                .addKeyValue("evidence_failed", evidence.failed())
                .addKeyValue("results", results)
                .addKeyValue("challenges", challenges)
                .addKeyValue("attempts", attempts)
                .addKeyValue("departures", departures)
                .addKeyValue("outcomes", outcomes)
                .addKeyValue("job_ids", ids)
                .addKeyValue("audit_records", audited)
                .addKeyValue("used_grants", grants)
                .addKeyValue("orphans", orphans)
                .log("swept what has outlived its purpose");
        if (evidence.failed() > 0) {
            RetentionGuard.report(new BrokenPromise(
                    "evidence",
                    "age",
                    evidence.failed() + " pieces past their five days that cannot be deleted",
                    "none"));
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
