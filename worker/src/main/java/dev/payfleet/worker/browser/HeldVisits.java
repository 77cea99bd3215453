package dev.payfleet.worker.browser;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/// Visits that may go on when whoever asked for them has gone on already, because their page waits for a person.
/// Each has a thread of its own, which waits for the lane in its caller's place.
///
/// Safe for use by many threads. [#close] lets go of every page that waits.
public final class HeldVisits implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HeldVisits.class);
    private static final Duration LETTING_GO = Duration.ofSeconds(5);

    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;

    /// A visit.
    @FunctionalInterface
    interface Held<T> {
        /// @param release lets the caller go on with this exception, while the visit goes on too
        T run(Release release);
    }

    /// Lets a caller go on.
    @FunctionalInterface
    interface Release {
        void with(RuntimeException told);
    }

    /// Runs the visit.
    ///
    /// @return what it returned; throws what it threw, or what it released its caller with
    /// @throws InterruptedException when interrupted before that; the visit is then over
    <T> T run(Held<T> visit) throws InterruptedException {
        CompletableFuture<T> answer = new CompletableFuture<>();
        Thread thread = start(visit, answer);
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw Errand.asUnchecked(e.getCause());
        } catch (InterruptedException e) {
            thread.interrupt();
            boolean _ = thread.join(LETTING_GO);
            throw e;
        }
    }

    private <T> Thread start(Held<T> visit, CompletableFuture<T> answer) {
        Map<String, String> logContext = MDC.getCopyOfContextMap();
        Thread thread = Thread.ofVirtual().name("held-visit").unstarted(() -> {
            MDC.setContextMap(logContext == null ? Map.of() : logContext);
            try {
                answer.complete(visit.run(answer::completeExceptionally));
            } catch (Throwable e) {
                boolean _ = answer.completeExceptionally(e) || letGo(e);
            } finally {
                threads.remove(Thread.currentThread());
                MDC.clear();
            }
        });
        threads.add(thread);
        thread.start();
        return thread;
    }

    private static boolean letGo(Throwable end) {
        LOG.atInfo().addKeyValue("end", end.getClass().getSimpleName()).log("a page that waited was let go");
        return true;
    }

    /// Waits until no visit is under way and no page waits: for a worker that is told to stop, so that whoever is
    /// being asked may still answer.
    ///
    /// @return whether all ended in time
    public boolean drain(Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        for (Thread thread : threads) {
            Duration left = Duration.ofNanos(end - System.nanoTime());
            if (!left.isPositive() || !thread.join(left)) {
                return false;
            }
        }
        return true;
    }

    /// Whether pages that wait must be let go of.
    boolean isStopping() {
        return stopping;
    }

    /// Whether no visit is under way or waits.
    public boolean none() {
        return threads.isEmpty();
    }

    @Override
    public void close() {
        stopping = true;
        threads.forEach(HeldVisits::await);
    }

    private static void await(Thread thread) {
        try {
            if (!thread.join(LETTING_GO)) {
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
