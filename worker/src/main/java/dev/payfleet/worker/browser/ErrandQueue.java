package dev.payfleet.worker.browser;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Visits that wait for a lane, first come first served.
final class ErrandQueue {
    private final BlockingDeque<Errand<?>> waiting = new LinkedBlockingDeque<>();

    void add(Errand<?> errand) {
        waiting.addLast(errand);
    }

    /// Returns one to the head, unbegun.
    void putBack(Errand<?> errand) {
        waiting.addFirst(errand);
    }

    /// The next, or null when none comes in time.
    @Nullable
    Errand<?> next(Duration wait) throws InterruptedException {
        return waiting.pollFirst(wait.toNanos(), TimeUnit.NANOSECONDS);
    }

    /// Fails all that wait.
    void failAll(LaneException reason) {
        List<Errand<?>> failed = new ArrayList<>();
        waiting.drainTo(failed);
        failed.forEach(errand -> errand.fail(reason));
    }
}
