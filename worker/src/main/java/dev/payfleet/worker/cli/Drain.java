package dev.payfleet.worker.cli;

import dev.payfleet.worker.fleet.Worker;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lets a worker end well when the process is told to end: the first signal stops it and waits for it, the second
/// finds the signals as the operating system handles them, and ends the process at once.
final class Drain implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Drain.class);

    /// For closing lanes and store after the jobs have ended.
    private static final Duration CLOSING = Duration.ofSeconds(15);

    private final Duration patience;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean draining;
    private @Nullable Thread hook;

    /// @param patience how long running jobs may take to end
    Drain(Duration patience) {
        this.patience = patience;
    }

    /// From now on, a signal stops the worker.
    void of(Worker worker) {
        hook = new Thread(() -> drain(worker), "drain");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /// Whether the process was told to end.
    boolean draining() {
        return draining;
    }

    private void drain(Worker worker) {
        draining = true;
        endAtOnceOnTheNextSignal();
        worker.stop();
        try {
            if (!ended.await(patience.plus(CLOSING).toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("the worker did not end in time; its jobs come back by themselves");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// The JVM swallows signals while its shutdown hooks run. Its own handlers are reached by reflection, because
    /// the compiler warns of their class whatever one does, and a warning fails the build.
    private static void endAtOnceOnTheNextSignal() {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object systemsOwn = handler.getField("SIG_DFL").get(null);
            for (String name : new String[] {"TERM", "INT"}) {
                signal.getMethod("handle", signal, handler)
                        .invoke(null, signal.getConstructor(String.class).newInstance(name), systemsOwn);
            }
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            LOG.atDebug().setCause(e).log("a second signal will be ignored on this JVM");
        }
    }

    /// The worker and all it worked with have ended. The first to be opened, this is the last to be closed.
    @Override
    public void close() {
        ended.countDown();
        if (hook != null && !draining) {
            forget(hook);
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            LOG.debug("the process is ending already");
        }
    }
}
