package dev.payfleet.worker.cli;

import dev.payfleet.worker.fleet.Worker;
import dev.payfleet.worker.queue.QueueDepths;
import dev.payfleet.worker.queue.QueueDesk;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Stops a worker once the queue holds nothing that could still become work. What any worker has in flight
/// counts: it may come back. So does a page that waits for a person, whose answer would be work.
final class UntilEmpty {
    private static final Logger LOG = LoggerFactory.getLogger(UntilEmpty.class);
    private static final long PAUSE_MILLIS = 200;

    private final QueueDesk desk;
    private final Worker worker;

    UntilEmpty(QueueDesk desk, Worker worker) {
        this.desk = desk;
        this.worker = worker;
    }

    /// Looks, on a thread of its own, until the queue is empty.
    void start() {
        Thread.ofPlatform().daemon().name("until-empty").start(this::watch);
    }

    private void watch() {
        try {
            while (!empty()) {
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
            worker.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean empty() {
        try {
            QueueDepths depths = desk.depths();
            return depths.ready() == 0 && depths.inFlight() == 0 && depths.delayed() == 0 && !worker.lingers();
        } catch (RuntimeException e) {
            // A failed look must not end the watch, or the worker would run for ever.
            LOG.atWarn().setCause(e).log("the queue's depths could not be read; looking again");
            return false;
        }
    }
}
