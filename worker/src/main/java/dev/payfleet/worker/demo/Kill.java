package dev.payfleet.worker.demo;

import dev.payfleet.worker.queue.QueueDepths;

/// The death of the first worker, once enough is done and something is in flight. Confined to the demo's thread.
final class Kill {
    private static final int PERCENT_DONE = 35;

    private final DemoStage stage;
    private boolean done;
    private long inFlight;

    Kill(DemoStage stage) {
        this.stage = stage;
    }

    boolean isDue(int answered, int planned, QueueDepths depths) {
        return !done && depths.inFlight() > 0 && answered * 100 >= planned * PERCENT_DONE;
    }

    /// Kills the worker and starts another. What was in flight is counted after the death, when nothing can settle it
    /// any more.
    void strike() throws InterruptedException {
        stage.workers().getLast().kill();
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
