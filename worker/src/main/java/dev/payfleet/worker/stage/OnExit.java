package dev.payfleet.worker.stage;

/// Sees to it that something is closed when the process is told to end (Ctrl-C) before it was closed the usual way.
public final class OnExit implements AutoCloseable {
    private final Thread hook;

    private OnExit(Thread hook) {
        this.hook = hook;
    }

    /// Holds the action ready until this is closed.
    ///
    /// @param action does no harm when done twice
    public static OnExit run(Runnable action) {
        Thread hook = Thread.ofPlatform().name("on-exit").unstarted(action);
        Runtime.getRuntime().addShutdownHook(hook);
        return new OnExit(hook);
    }

    /// The action is not needed any more.
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending, and the hook is at work.
        }
    }
}
