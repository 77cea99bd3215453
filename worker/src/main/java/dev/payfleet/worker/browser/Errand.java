package dev.payfleet.worker.browser;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/// One visit on its way from the thread that asked for it to a lane and back. It is answered once; what comes later
/// is dropped.
final class Errand<T> {
    private static final int OPENINGS = 3;
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private enum State {
        WAITING,
        TAKEN,
        WITHDRAWN
    }

    private final VisitSpec spec;
    private final LaneWork<T> work;
    private final Map<String, String> logContext;
    private final CompletableFuture<T> answer = new CompletableFuture<>();
    private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);
    private volatile @Nullable Lane lane;
    private final AtomicInteger openings = new AtomicInteger();
    private Runnable delivery = () -> fail(new IllegalStateException("the work was not run"));

    /// Made by the thread that asks, whose log context (the job's id) the lane takes over.
    Errand(VisitSpec spec, LaneWork<T> work) {
        this.spec = spec;
        this.work = work;
        Map<String, String> context = MDC.getCopyOfContextMap();
        this.logContext = context == null ? Map.of() : context;
    }

    VisitSpec spec() {
        return spec;
    }

    /// Makes it the lane's; false when nobody waits for it any more.
    boolean take(Lane taker) {
        lane = taker;
        return state.compareAndSet(State.WAITING, State.TAKEN);
    }

    /// Gives it back to whoever is next, because the lane died before the work began.
    ///
    /// @return false when that has happened too often to be the lanes' age
    boolean giveBack() {
        return openings.incrementAndGet() < OPENINGS && state.compareAndSet(State.TAKEN, State.WAITING);
    }

    /// Lets the lane's log lines be the job's.
    void adoptLogContext() {
        MDC.setContextMap(logContext);
    }

    /// Runs the work on the lane's thread and keeps what comes of it until [#deliver].
    ///
    /// @return what it threw
    Optional<Throwable> run(LaneVisit visit) {
        try {
            T value = work.on(visit);
            delivery = () -> answer.complete(value);
            return Optional.empty();
        } catch (Throwable e) {
            delivery = () -> fail(e);
            return Optional.of(e);
        }
    }

    /// Hands over what the work gave or threw.
    void deliver() {
        delivery.run();
    }

    /// Hands over a failure instead.
    void fail(Throwable cause) {
        answer.completeExceptionally(cause);
    }

    /// Waits for the answer; for a lane, no longer than the visit wants.
    T await(int lanes) throws InterruptedException {
        try {
            return await(spec.laneWait(), lanes);
        } catch (InterruptedException e) {
            giveUp();
            throw e;
        }
    }

    private T await(Duration laneWait, int lanes) throws InterruptedException {
        Duration wait = laneWait;
        while (true) {
            try {
                return answer.get(wait.toNanos(), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                if (withdraw()) {
                    throw new LanesBusyException(lanes, laneWait);
                }
                wait = LOOK_AGAIN;
            } catch (ExecutionException e) {
                throw asUnchecked(e.getCause());
            }
        }
    }

    /// Takes it back, unless a lane is at it already.
    boolean withdraw() {
        return state.compareAndSet(State.WAITING, State.WITHDRAWN);
    }

    // Kills the browser that works on it and waits, so that nothing of the visit runs when its caller goes on. The
    // lane's own grace for a condemned work bounds the wait.
    private void giveUp() {
        Lane busy = lane;
        if (withdraw() || busy == null) {
            return;
        }
        busy.condemnAt(this, new Condemnation.GivenUp());
        try {
            answer.join();
        } catch (CompletionException e) {
            // What came of it interests nobody any more.
        }
    }

    // Work declares no checked exceptions, so there are none.
    static RuntimeException asUnchecked(@Nullable Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(cause);
    }
}
