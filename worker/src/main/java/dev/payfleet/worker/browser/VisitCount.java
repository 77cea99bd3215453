package dev.payfleet.worker.browser;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// How many visits are under way, for a shutdown that waits for them.
final class VisitCount {
    private int underWay;
    private boolean closed;

    /// Counts a visit in; false when none is taken any more.
    synchronized boolean begin() {
        underWay += closed ? 0 : 1;
        return !closed;
    }

    synchronized void end() {
        underWay--;
        notifyAll();
    }

    /// Takes no more.
    synchronized void close() {
        closed = true;
    }

    /// Waits until none is left.
    synchronized boolean awaitNone(Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (underWay > 0) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        return true;
    }
}
