package dev.payfleet.worker.browser;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One place in the pool: has a lane, replaces it when it ends, and waits longer each time one does not come up.
final class LaneSlot {
    private static final Logger LOG = LoggerFactory.getLogger(LaneSlot.class);

    /// After its browser's death a thread fails at its next call to Playwright; one that doesn't is given up.
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final int number;
    private final LaneSetting setting;
    private final Runnable onDeath;
    private @Nullable Lane lane;
    private LaneState.@Nullable Dead dead;
    private @Nullable LaneException trouble;
    private @Nullable Instant condemnedAt;
    private boolean closed;
    private volatile boolean retiring;
    private boolean everStarted;
    private int failuresInARow;
    private long restarts;
    private long visits;
    private long visitsOfThisLane;

    /// A slot without a lane yet.
    ///
    /// @param onDeath told when the slot is without a lane for a while
    LaneSlot(int number, LaneSetting setting, Runnable onDeath) {
        this.number = number;
        this.setting = setting;
        this.onDeath = onDeath;
    }

    int number() {
        return number;
    }

    /// Ends it once its lane is free; no other lane follows.
    void retire() {
        boolean empty;
        synchronized (this) {
            retiring = true;
            empty = lane == null;
            closed |= empty;
        }
        if (empty) {
            setting.loans().gone(this);
        }
    }

    boolean isRetiring() {
        return retiring;
    }

    /// Starts a lane in the background.
    synchronized void open() {
        if (closed) {
            return;
        }
        restarts += everStarted ? 1 : 0;
        everStarted = true;
        visitsOfThisLane = 0;
        dead = null;
        condemnedAt = null;
        Lane fresh = new Lane(this, setting);
        lane = fresh;
        fresh.start();
    }

    /// Looks after the lane; called a few times a second.
    synchronized void watch() {
        Instant now = setting.clock().instant();
        Lane watched = lane;
        if (dead != null && !dead.retryAt().isAfter(now)) {
            open();
        } else if (watched != null && watched.isCondemned()) {
            watchCondemned(watched, now);
        } else if (watched != null) {
            watched.progress().overdue().ifPresent(watched::condemn);
        }
    }

    /// Hears of a served visit.
    synchronized void visited() {
        visits++;
        visitsOfThisLane++;
        failuresInARow = 0;
    }

    /// Hears of its lane's end.
    void ended(Lane which, LaneEnd end) {
        if (retired(which)) {
            setting.loans().gone(this);
            return;
        }
        boolean died = replace(which, end);
        if (died) {
            onDeath.run();
        }
    }

    /// Why there is no lane, when there is none.
    synchronized @Nullable LaneException trouble() {
        return dead == null ? null : trouble;
    }

    synchronized LaneReport report() {
        Lane reported = lane;
        if (dead != null || reported == null) {
            LaneState state = dead != null ? dead : new LaneState.Dead(Instant.EPOCH, "not started", Instant.EPOCH);
            return new LaneReport(number, state, visits, restarts, 0, "");
        }
        return new LaneReport(
                number, reported.progress().state(), visits, restarts, reported.memoryBytes(), reported.version());
    }

    /// Kills the lane; no other follows.
    synchronized void close() {
        closed = true;
        if (lane != null) {
            lane.condemn(new Condemnation.Closed());
        }
    }

    /// Waits until the lane's thread has ended.
    boolean join(Duration wait) throws InterruptedException {
        Lane last;
        synchronized (this) {
            last = lane;
        }
        return last == null || last.join(wait);
    }

    /// Gives up what still runs after [#close].
    synchronized void abandon() {
        if (lane != null) {
            lane.abandon();
        }
    }

    private void watchCondemned(Lane watched, Instant now) {
        Instant since = condemnedAt;
        if (since == null) {
            condemnedAt = now;
        } else if (since.plus(GRACE).isBefore(now)) {
            LOG.warn("lane {}: its thread does not come back and is given up", number);
            watched.abandon();
            open();
        }
    }

    private synchronized boolean retired(Lane which) {
        if (!retiring || closed || which != lane) {
            return false;
        }
        closed = true;
        return true;
    }

    private synchronized boolean replace(Lane which, LaneEnd end) {
        if (closed || which != lane) {
            return false;
        }
        boolean servedNothing = visitsOfThisLane == 0 && !(end instanceof LaneEnd.UsedUp);
        log(end);
        if (!servedNothing) {
            open();
            return false;
        }
        failuresInARow++;
        Instant now = setting.clock().instant();
        dead = new LaneState.Dead(now, end.reason(), now.plus(StartBackoff.after(failuresInARow)));
        trouble = end instanceof LaneEnd.NotStarted(LaneException cause) ? cause : new LaneStartException(end.reason());
        lane = null;
        return true;
    }

    private void log(LaneEnd end) {
        switch (end) {
            case LaneEnd.UsedUp(String reason) -> LOG.info("lane {}: renewed after {}", number, reason);
            case LaneEnd.Broken(String reason) -> LOG.warn("lane {}: thrown away, {}", number, reason);
            case LaneEnd.NotStarted(LaneException cause) -> LOG.error("lane {}: {}", number, cause.getMessage());
        }
    }
}
