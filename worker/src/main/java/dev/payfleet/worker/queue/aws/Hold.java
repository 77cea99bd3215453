package dev.payfleet.worker.queue.aws;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/// A message that this process has in flight. Its settlement and its extensions wait for one another, so that no
/// late extension undoes a delay.
final class Hold {

    private final SqsMessage message;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile Instant until;
    private volatile boolean spent;

    Hold(SqsMessage message, Instant until) {
        this.message = message;
        this.until = until;
    }

    boolean isOurs(Instant now) {
        return !spent && until.isAfter(now);
    }

    /// Holds the message for longer.
    ///
    /// @param extension asks SQS; false when it says that the message is no longer ours
    boolean extend(Instant now, Duration visibility, Predicate<SqsMessage> extension) {
        lock.lock();
        try {
            if (!isOurs(now)) {
                return false;
            }
            spent = !extension.test(message);
            until = now.plus(visibility);
            return !spent;
        } finally {
            lock.unlock();
        }
    }

    /// Settles the message, once. A settlement that fails can be tried again.
    ///
    /// @param settlement asks SQS; false when it says that the message is no longer ours
    boolean settle(Instant now, Predicate<SqsMessage> settlement) {
        lock.lock();
        try {
            if (!isOurs(now)) {
                return false;
            }
            boolean ours = settlement.test(message);
            spent = true;
            return ours;
        } finally {
            lock.unlock();
        }
    }
}
