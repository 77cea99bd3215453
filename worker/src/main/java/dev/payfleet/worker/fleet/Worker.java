package dev.payfleet.worker.fleet;

import dev.payfleet.worker.health.Heartbeat;
import dev.payfleet.worker.loop.LeaseKeeper;
import dev.payfleet.worker.loop.ReceiveLoop;
import dev.payfleet.worker.refresh.RefreshPlanner;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One worker: receives jobs until it is told to stop. The order of shutdown is fixed: stop receiving, let
/// running jobs end, then close what they worked with (lanes, egress), and stop extending leases last, so that no
/// job in flight is given to another worker while this one still works on it.
public final class Worker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

    private final ReceiveLoop loop;
    private final LeaseKeeper leases;
    private final Lingering lingering;
    private final Optional<RefreshPlanner> planner;
    private final List<AutoCloseable> workshop;
    private final RetentionSweep sweep;
    private final Heartbeat heartbeat;
    private final Duration patience;
    private final InstantSource clock;

    /// @param fleet the engine, whose stores are swept while the worker runs
    /// @param lingering what may go on after its job, and is waited for as the jobs are
    /// @param planner sends refreshes from this worker's run to its stop, where that is wanted
    /// @param workshop what jobs work with, closed in this order once they have ended
    /// @param heartbeat tells how this worker is, from its run to its end
    /// @param patience how long running jobs may take to end after a stop
    public Worker(
            Fleet fleet,
            ReceiveLoop loop,
            LeaseKeeper leases,
            Lingering lingering,
            Optional<RefreshPlanner> planner,
            List<AutoCloseable> workshop,
            Heartbeat heartbeat,
            Duration patience,
            InstantSource clock) {
        this.loop = loop;
        this.leases = leases;
        this.lingering = lingering;
        this.planner = planner;
        this.workshop = List.copyOf(workshop);
        this.sweep = new RetentionSweep(fleet, clock);
        this.heartbeat = heartbeat;
        this.patience = patience;
        this.clock = clock;
    }

    /// Receives until [#stop], on the calling thread, and drains.
    ///
    /// @throws InterruptedException when the thread is interrupted; jobs in flight then come back by visibility
    public void run() throws InterruptedException {
        leases.start();
        sweep.start();
        heartbeat.start();
        planner.ifPresent(RefreshPlanner::start);
        loop.run();
        Instant stopped = clock.instant();
        planner.ifPresent(Worker::closeQuietly);
        if (!loop.drain(patience)) {
            LOG.warn("some jobs did not end in time; they come back by themselves");
        }
        if (!lingering.drain().within(patience.minus(Duration.between(stopped, clock.instant())))) {
            LOG.warn("some pages still wait for a person and are let go of");
        }
    }

    /// Asks the worker to end. Returns at once; safe from any thread and from a shutdown hook.
    public void stop() {
        loop.stop();
    }

    /// Whether a page waits for a person, whose answer would be work.
    public boolean lingers() {
        return !lingering.none().getAsBoolean();
    }

    @Override
    public void close() {
        loop.close();
        planner.ifPresent(Worker::closeQuietly);
        workshop.forEach(Worker::closeQuietly);
        sweep.close();
        leases.close();
        closeQuietly(heartbeat);
    }

    private static void closeQuietly(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            LOG.atWarn().setCause(e).log("a part of the worker did not close cleanly");
        }
    }
}
