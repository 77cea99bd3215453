package dev.payfleet.worker.loop;

import dev.payfleet.worker.job.JobProgress;
import dev.payfleet.worker.queue.JobQueue;
import dev.payfleet.worker.queue.Receipt;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps a job invisible to other workers while it gets further. The lease follows progress: a job whose steps
/// advance is extended, one that merely has a living thread is not, so that a hung job goes back to the queue by
/// itself.
///
/// Safe for use by many threads. [#close] stops extending at once; what is in flight then runs out by its
/// visibility.
public final class LeaseKeeper implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LeaseKeeper.class);

    private final JobQueue queue;
    private final Duration visibility;
    private final Duration stuckAfter;
    private final InstantSource clock;
    private final Map<Receipt, JobProgress> held = new ConcurrentHashMap<>();
    private final Set<Receipt> stuck = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("lease-keeper").factory());

    /// @param visibility how long an extension lasts
    /// @param stuckAfter how long a job may stay at one step before its lease is left to run out
    public LeaseKeeper(JobQueue queue, Duration visibility, Duration stuckAfter, InstantSource clock) {
        this.queue = queue;
        this.visibility = visibility;
        this.stuckAfter = stuckAfter;
        this.clock = clock;
    }

    /// Starts the timer: three chances per visibility time-out, so that one slow write loses no lease.
    public void start() {
        long period = Math.max(1, visibility.toMillis() / 3);
        var _ = timer.scheduleAtFixedRate(this::tick, period, period, TimeUnit.MILLISECONDS);
    }

    /// Holds a delivery from now on.
    public void hold(Receipt receipt, JobProgress progress) {
        held.put(receipt, progress);
    }

    /// Whether a delivery is still ours, which it is for another while then. Asked before a job is begun that has
    /// waited
    /// for another.
    boolean renew(Receipt receipt) {
        return queue.extend(receipt, visibility);
    }

    /// Lets go of a delivery, because it was settled.
    public void release(Receipt receipt) {
        held.remove(receipt);
        stuck.remove(receipt);
    }

    /// How many jobs stand still and have not ended; each takes a place that no other job gets.
    public int stuck() {
        return stuck.size();
    }

    /// Extends each held lease whose job got further lately. Called by the timer; a test calls it itself.
    void tick() {
        held.forEach((receipt, progress) -> {
            if (progress.since().plus(stuckAfter).isBefore(clock.instant())) {
                LOG.atWarn().addKeyValue("step", progress.step()).log("a job makes no progress; its lease runs out");
                giveUp(receipt);
            } else {
                extend(receipt);
            }
        });
    }

    private void giveUp(Receipt receipt) {
        stuck.add(receipt);
        if (held.remove(receipt) == null) {
            // It was settled meanwhile.
            stuck.remove(receipt);
        }
    }

    private void extend(Receipt receipt) {
        try {
            // What was settled meanwhile was let go of first, and is no loss.
            if (!queue.extend(receipt, visibility) && held.remove(receipt) != null) {
                LOG.warn("a lease was lost: another worker may have taken the job");
            }
        } catch (RuntimeException e) {
            // The next tick tries again; the timer must not die of one failed write.
            LOG.atWarn().setCause(e).log("a lease could not be extended");
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
