package dev.payfleet.worker.demo;

import dev.payfleet.worker.queue.QueueDepths;
import dev.payfleet.worker.stage.Stage;

/// The death of the first worker, once enough is done and something is in flight. Confined to the
/// demo's thread.
final class Kill {
    private static final int PERCENT_DONE = 35;

    private final Stage stage;
    private boolean done;
    private long inFlight;

    Kill(Stage stage) {
        this.stage = stage;
    }

    boolean isDue(int answered, int planned, QueueDepths depths) {
        return !done && depths.inFlight() > 0 && answered * 100 >= planned * PERCENT_DONE;
    }

    /// Kills the worker and starts another. What was in flight is counted after the death, when nothing can settle
    /// it any more.
    void strike() throws InterruptedException {
        stage.worker().kill();
        inFlight = stage.fleet().desk().depths().inFlight();
        done = true;
        stage.startWorker();
    }

    boolean done() {
        return done;
    }

    long inFlight() {
        return inFlight;
    }
}
