package dev.payfleet.worker.queue.embedded;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// Waits for something to be there. Threads of this process ring; for what other processes do, and for what becomes
/// due by the passing of time, it looks every 25 milliseconds. A look is one read of an index, about as dear as
/// asking SQLite whether the file has changed, and unlike that it also answers for what has become due.
final class Bell {

    private static final long LOOK_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(25);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition rung = lock.newCondition();
    private long rings;
    private boolean closed;

    /// Something may be there: everyone who waits looks at once.
    void ring() {
        lock.lock();
        try {
            rings++;
            rung.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Ends all waiting, now and later.
    void close() {
        lock.lock();
        try {
            closed = true;
            rung.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Looks until something is found or the time is up; in that case, and once closed, nothing is found.
    <T> List<T> await(Duration wait, Supplier<List<T>> look) throws InterruptedException {
        long deadline = System.nanoTime() + wait.toNanos();
        while (true) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            long heard = rings();
            if (heard < 0) {
                return List.of();
            }
            List<T> found = look.get();
            long left = deadline - System.nanoTime();
            if (!found.isEmpty() || left <= 0) {
                return found;
            }
            sleepUnlessRungSince(heard, Math.min(left, LOOK_EVERY_NANOS));
        }
    }

    private long rings() {
        lock.lock();
        try {
            return closed ? -1 : rings;
        } finally {
            lock.unlock();
        }
    }

    private void sleepUnlessRungSince(long heard, long nanos) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = nanos;
            while (rings == heard && !closed && left > 0) {
                left = rung.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }
}
