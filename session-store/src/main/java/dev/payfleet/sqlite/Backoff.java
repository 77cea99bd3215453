package dev.payfleet.sqlite;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/// Waits, a little longer each time, for a lock that another process holds, up to a budget.
///
/// An interrupt does not cut the wait short, since a worker that is being stopped must still settle what it did;
/// the interrupt is handed back by [#close()].
final class Backoff implements AutoCloseable {
    private static final long FIRST_NANOS = 500_000;
    private static final long CEILING_NANOS = 20_000_000;

    private long left;
    private long next = FIRST_NANOS;
    private boolean interrupted;

    Backoff(long budgetNanos) {
        this.left = budgetNanos;
    }

    /// Waits once.
    ///
    /// @return false, at once, when the budget is used up
    boolean again() {
        if (left <= 0) {
            return false;
        }
        // Jitter keeps two processes from asking in step.
        long pause = ThreadLocalRandom.current().nextLong(next / 2, next + 1);
        left -= pause;
        next = Math.min(next * 2, CEILING_NANOS);
        pause(pause);
        return true;
    }

    private void pause(long nanos) {
        LockSupport.parkNanos(this, nanos);
        if (Thread.interrupted()) {
            interrupted = true;
        }
    }

    @Override
    public void close() {
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
