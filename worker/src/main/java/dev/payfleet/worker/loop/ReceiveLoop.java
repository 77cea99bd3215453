package dev.payfleet.worker.loop;

import dev.payfleet.worker.queue.JobQueue;
import dev.payfleet.worker.queue.Turn;
import io.github.resilience4j.core.IntervalFunction;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes jobs as long as there is room for them and hands each turn of them to a virtual thread of its own. Never dies
/// of a failed receive; ends when told to, after the jobs in flight have ended or the patience has.
///
/// Order of shutdown: stop receiving, let running jobs finish, and only then (by the caller) stop extending leases.
public final class ReceiveLoop implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ReceiveLoop.class);
    private static final Duration POLL = Duration.ofSeconds(2);

    /// How long to wait before receiving again after so many failures in a row: a second at first, half a minute at
    /// the longest, and never in step with other workers, so that a queue that comes back is not met by all of them
    /// at once.
    static final IntervalFunction PAUSES =
            IntervalFunction.ofExponentialRandomBackoff(Duration.ofSeconds(1), 2.0, 0.5, Duration.ofSeconds(30));

    private final JobQueue queue;
    private final JobHandling handling;
    private final Duration visibility;
    private final Semaphore free;
    private final ExecutorService jobs = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("job-", 0).factory());
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final IntervalFunction pauses;
    private int failures;
    private final AtomicLong turns = new AtomicLong();

    /// @param visibility for how long a job is ours at first
    /// @param room how many jobs may be in flight at once
    public ReceiveLoop(JobQueue queue, JobHandling handling, Duration visibility, int room) {
        this(queue, handling, visibility, room, PAUSES);
    }

    ReceiveLoop(JobQueue queue, JobHandling handling, Duration visibility, int room, IntervalFunction pauses) {
        this.queue = queue;
        this.handling = handling;
        this.visibility = visibility;
        this.free = new Semaphore(room);
        this.pauses = pauses;
    }

    /// Receives until [#stop], on the calling thread.
    ///
    /// @throws InterruptedException when the thread is interrupted while it waits
    public void run() throws InterruptedException {
        while (!isStopping()) {
            turns.incrementAndGet();
            if (!free.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
                continue;
            }
            if (isStopping()) {
                // Told to stop while waiting for room: what is ready is another worker's now.
                free.release();
                return;
            }
            int more = Math.min(Turn.LONGEST - 1, free.availablePermits());
            int held = 1 + (more > 0 && free.tryAcquire(more) ? more : 0);
            int started = 0;
            try {
                started = receive(held);
            } finally {
                free.release(held - started);
            }
        }
    }

    private int receive(int most) throws InterruptedException {
        try {
            List<Turn> received = queue.receive(most, visibility, POLL);
            failures = 0;
            received.forEach(this::start);
            return received.stream().mapToInt(Turn::size).sum();
        } catch (RuntimeException e) {
            failures++;
            LOG.atError().setCause(e).addKeyValue("failures", failures).log("receiving failed; trying again");
            boolean _ = stopping.await(pauses.apply(failures), TimeUnit.MILLISECONDS);
            return 0;
        }
    }

    private boolean isStopping() {
        return stopping.getCount() == 0;
    }

    /// The room of a turn is free when all of it has ended, so that the next turn finds as much.
    private void start(Turn turn) {
        jobs.execute(() -> {
            try {
                handling.handle(turn);
            } finally {
                free.release(turn.size());
            }
        });
    }

    /// Receives nothing more. What is in flight goes on.
    public void stop() {
        stopping.countDown();
    }

    /// How often it has gone round: at least once in each wait for a message or for room, unless it hangs.
    public long turns() {
        return turns.get();
    }

    /// Waits for the jobs in flight.
    ///
    /// @return whether all ended in time
    public boolean drain(Duration patience) throws InterruptedException {
        stop();
        jobs.shutdown();
        return jobs.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        stop();
        jobs.shutdownNow();
    }
}
