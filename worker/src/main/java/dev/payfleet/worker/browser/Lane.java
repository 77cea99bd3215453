package dev.payfleet.worker.browser;

import com.microsoft.playwright.PlaywrightException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One browser's life on one platform thread: it starts, serves visits one by one, and goes when a budget is used
/// up or something broke. A lane is never repaired; its slot starts another.
final class Lane implements VisitSteps {
    private static final Logger LOG = LoggerFactory.getLogger(Lane.class);
    private static final Duration KILL_PATIENCE = Duration.ofSeconds(5);
    private static final Duration IDLE_LOOK = Duration.ofSeconds(1);
    private static final int REASON_LIMIT = 300;

    private final LaneSlot slot;
    private final LaneSetting setting;
    private final ProcessTree tree = new ProcessTree(UUID.randomUUID().toString());
    private final AtomicReference<@Nullable Condemnation> condemnation = new AtomicReference<>();
    private final LaneProgress progress;
    private final LaneWear wear;
    private final Thread thread;
    private volatile @Nullable Errand<?> current;
    private volatile long memoryBytes;
    private volatile String version = "";

    Lane(LaneSlot slot, LaneSetting setting) {
        this.slot = slot;
        this.setting = setting;
        this.progress = new LaneProgress(setting.clock(), LaneBrowser.startPatience());
        this.wear = new LaneWear(setting.config().budget(), setting.clock().instant());
        this.thread = Thread.ofPlatform().name("lane-" + slot.number()).daemon().unstarted(this::live);
    }

    void start() {
        thread.start();
    }

    LaneProgress progress() {
        return progress;
    }

    long memoryBytes() {
        return memoryBytes;
    }

    String version() {
        return version;
    }

    /// Kills the lane's processes, upon which its thread fails. The first reason counts. Callable from any
    /// thread.
    void condemn(Condemnation reason) {
        if (condemnation.compareAndSet(null, reason)) {
            Thread.ofVirtual().name("lane-killer").start(() -> tree.kill(KILL_PATIENCE));
            if (current == null) {
                thread.interrupt();
            }
        }
    }

    /// The same, but only if the lane is still at this errand and not at another's.
    synchronized void condemnAt(Errand<?> errand, Condemnation reason) {
        if (current == errand) {
            condemn(reason);
        }
    }

    boolean isCondemned() {
        return condemnation.get() != null;
    }

    /// Gives up a thread that has not noticed its browser's death: its work computes, or waits for something
    /// else.
    void abandon() {
        Errand<?> stranded = current;
        Condemnation reason = condemnation.get();
        if (stranded != null && reason != null) {
            stranded.fail(reason.asException(progress.stepName()));
        }
        thread.interrupt();
    }

    /// Waits for the thread's end.
    boolean join(Duration wait) throws InterruptedException {
        return thread.join(wait);
    }

    private void live() {
        LaneEnd end = new LaneEnd.Broken("it was interrupted");
        try {
            end = liveIn(setting.scratch().forLane());
        } catch (LaneException e) {
            end = new LaneEnd.NotStarted(e);
        } catch (PlaywrightException e) {
            end = new LaneEnd.NotStarted(new LaneStartException(startReason(e)));
        } catch (IOException | RuntimeException e) {
            LOG.error("lane {} failed by a fault of its own", slot.number(), e);
            end = new LaneEnd.NotStarted(new LaneStartException(e.getClass().getSimpleName()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            slot.ended(this, end);
        }
    }

    private LaneEnd liveIn(Path folder) throws InterruptedException {
        Path executable = setting.finder().find(setting.config().browser());
        LaneBrowser browser = null;
        try {
            browser = LaneBrowser.launch(executable, setting.config(), folder, tree);
            version = browser.version();
            return serve(browser);
        } finally {
            if (!tree.kill(KILL_PATIENCE)) {
                LOG.error("lane {}: processes are left after SIGKILL", slot.number());
            }
            if (browser != null) {
                browser.close();
            }
            FolderWipe.of(folder);
        }
    }

    private LaneEnd serve(LaneBrowser browser) throws InterruptedException {
        VisitRun run = new VisitRun(browser, progress, this, condemnation::get, setting.queue(), this::countVisit);
        Optional<LaneEnd> end = Optional.empty();
        while (end.isEmpty()) {
            if (slot.isRetiring()) {
                return new LaneEnd.UsedUp("its loan");
            }
            progress.idle();
            Errand<?> next = setting.queue().next(IDLE_LOOK);
            if (isCondemned() || !browser.isAlive()) {
                if (next != null) {
                    setting.queue().putBack(next);
                }
                return new LaneEnd.Broken("its browser died while idle");
            }
            end = next == null ? Optional.empty() : serve(next, run);
            end = end.isPresent() ? end : wear.usedUp(setting.clock().instant());
        }
        return end.get();
    }

    private Optional<LaneEnd> serve(Errand<?> errand, VisitRun run) {
        if (!begin(errand)) {
            return Optional.empty();
        }
        try {
            progress.begin(
                    "open",
                    errand.spec().stuckAfter().orElse(setting.config().budget().stuckAfter()));
            Optional<LaneEnd> end = run.of(errand);
            measure();
            return end;
        } catch (RuntimeException | Error e) {
            // The lane's own fault; nobody may wait for ever.
            errand.fail(new LaneLostException("the lane failed", progress.stepName()));
            throw e;
        } finally {
            end();
        }
    }

    @Override
    public void step(String name) {
        boolean waited = progress.isWaiting();
        progress.step(name);
        if (waited) {
            setting.loans().callIn();
        }
    }

    @Override
    public void waiting(String name, Instant until) {
        if (!progress.isWaiting()) {
            setting.loans().lend();
        }
        progress.waiting(name, until);
    }

    private synchronized boolean begin(Errand<?> errand) {
        boolean taken = errand.take(this);
        current = taken ? errand : null;
        return taken;
    }

    private synchronized void end() {
        if (progress.isWaiting()) {
            setting.loans().callIn();
        }
        current = null;
    }

    private void countVisit() {
        wear.visited();
        slot.visited();
    }

    private void measure() {
        if (wear.wantsMeasurement(setting.clock().instant())) {
            memoryBytes = tree.memoryBytes();
            wear.measured(memoryBytes, setting.clock().instant());
        }
    }

    // No page is open yet, so Playwright's words (a missing library, a sandbox that is not allowed) are safe, and
    // needed.
    private static String startReason(PlaywrightException e) {
        String told = String.valueOf(e.getMessage())
                .lines()
                .filter(line -> line.contains("[err]") || line.contains("process did exit") || line.contains("spawn"))
                .map(line -> line.replaceAll("\\s+", " ").strip())
                .collect(Collectors.joining(" "));
        String reason = told.isEmpty() ? "the browser did not come up" : told;
        return reason.length() <= REASON_LIMIT ? reason : reason.substring(0, REASON_LIMIT);
    }
}
