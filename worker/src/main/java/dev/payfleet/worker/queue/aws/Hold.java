package dev.payfleet.worker.queue.aws;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/// A message that this process has in flight. Its settlement and its extensions wait for one another, so that no
/// late extension undoes a delay.
final class Hold {

    private final SqsMessage message;
    private final long place;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile Instant until;
    private volatile boolean spent;

    /// @param place grows with each message that was given out
    Hold(SqsMessage message, long place, Instant until) {
        this.message = message;
        this.place = place;
        this.until = until;
    }

    /// Whether it was given out after another of the same group.
    boolean isBehind(Hold other) {
        return message.group().equals(other.message.group()) && place > other.place;
    }

    long place() {
        return place;
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
