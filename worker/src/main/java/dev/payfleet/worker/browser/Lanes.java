package dev.payfleet.worker.browser;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The pool of lanes. [#visit] lends one of them to one visit at a time.
///
/// Playwright is not safe for use by several threads and does not notice when it happens. Here nothing of it
/// leaves its lane's thread: the work goes to the browser, not the browser to the work.
///
/// Safe for use by many threads, virtual ones included. Shutdown in order: [#drain], then [#close].
public final class Lanes implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Lanes.class);
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(8);
    private static final long WATCH_MILLIS = 200;

    private final LaneConfig config;
    private final InstantSource clock;
    private final ErrandQueue queue = new ErrandQueue();
    private final VisitCount visits = new VisitCount();
    private final CountDownLatch over = new CountDownLatch(1);
    private @Nullable ScratchFolder scratch;
    private final Loans loans;
    private volatile List<LaneSlot> slots = List.of();
    private volatile @Nullable LaneSetting setting;

    /// A pool that does nothing yet.
    ///
    /// @param clock tells age and stuck time
    public Lanes(LaneConfig config, InstantSource clock) {
        this.config = config;
        this.clock = clock;
        this.loans = new Loans(config.substitutes(), config.lanes() + 1, this::slot);
    }

    /// Wipes what dead workers left, starts all lanes in the background and returns: a visit waits for the first
    /// that is up.
    ///
    /// @throws SandboxImpossibleException when the sandbox is wanted and this process's user cannot have it
    public synchronized void start() {
        if (!slots.isEmpty() || over.getCount() == 0) {
            throw new IllegalStateException("lanes are started once");
        }
        ChromiumSandbox.require(config.sandbox());
        ScratchFolder folder = ScratchFolder.open(config.home());
        scratch = folder;
        setting = new LaneSetting(config, new BrowserFinder(System.getenv()), folder, queue, loans, clock);
        slots = IntStream.rangeClosed(1, config.lanes()).mapToObj(this::slot).toList();
        slots.forEach(LaneSlot::open);
        Thread.ofPlatform().name("lane-watch").daemon().start(this::watch);
    }

    /// Lends a lane to the work: waits for a free one, opens a fresh context, runs the work on the lane's own
    /// thread and closes the context, whatever happens. When this returns or throws, the work is no longer
    /// running. (Work that does not even notice its browser's death is given up after some seconds, with its
    /// thread.)
    ///
    /// @return what the work returned; nothing of Playwright's
    /// @throws LaneException when the browser's side failed; what the work itself throws passes unchanged
    /// @throws BadStorageStateException when the spec's storage state is not one
    /// @throws InterruptedException when interrupted; during the work, its browser is killed first
    public <T> T visit(VisitSpec spec, LaneWork<T> work) throws InterruptedException {
        if (slots.isEmpty()) {
            throw new IllegalStateException("lanes are not started");
        }
        if (!visits.begin()) {
            throw new LanesClosedException();
        }
        try {
            return spec.mayWait() ? onSeat(spec, work) : send(spec, work);
        } finally {
            visits.end();
        }
    }

    private <T> T onSeat(VisitSpec spec, LaneWork<T> work) throws InterruptedException {
        if (!loans.takeSeat()) {
            throw new LanesBusyException(config.substitutes());
        }
        try {
            return send(spec, work);
        } finally {
            loans.leaveSeat();
        }
    }

    private <T> T send(VisitSpec spec, LaneWork<T> work) throws InterruptedException {
        Errand<T> errand = new Errand<>(spec, work);
        queue.add(errand);
        failWaitingIfAllAreDead();
        failWaitingIfClosed();
        return errand.await(config.lanes());
    }

    /// Why no visit can be served: every lane is without a browser. Empty while one of them works or is starting.
    public Optional<String> trouble() {
        List<LaneReport> all = report();
        boolean dead = !all.isEmpty() && all.stream().allMatch(lane -> lane.state() instanceof LaneState.Dead);
        return dead ? Optional.of("no lane has a browser") : Optional.empty();
    }

    /// The health of every lane, substitutes included.
    public List<LaneReport> report() {
        return allSlots().map(LaneSlot::report).toList();
    }

    /// Takes no more visits and waits for those that run or have been promised a lane.
    ///
    /// @return whether all of them ended in time
    public boolean drain(Duration patience) throws InterruptedException {
        visits.close();
        return visits.awaitNone(patience);
    }

    /// Kills what still runs and wipes the lanes' temporary files; nothing is left afterwards. Visits that were
    /// cut short fail with [LanesClosedException]. Idempotent, and fit for a shutdown hook.
    @Override
    public synchronized void close() {
        visits.close();
        over.countDown();
        failWaitingIfClosed();
        loans.close();
        List<LaneSlot> all = allSlots().toList();
        all.forEach(LaneSlot::close);
        all.forEach(Lanes::await);
        if (scratch != null) {
            scratch.close();
            scratch = null;
        }
    }

    private static void await(LaneSlot slot) {
        try {
            if (!slot.join(CLOSE_PATIENCE)) {
                LOG.warn("lane {}: its thread did not end and is given up", slot.number());
                slot.abandon();
            }
        } catch (InterruptedException e) {
            slot.abandon();
            Thread.currentThread().interrupt();
        }
    }

    private void watch() {
        try {
            while (!over.await(WATCH_MILLIS, TimeUnit.MILLISECONDS)) {
                allSlots().forEach(LaneSlot::watch);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private LaneSlot slot(int number) {
        return new LaneSlot(
                number, Objects.requireNonNull(setting, "lanes are started"), this::failWaitingIfAllAreDead);
    }

    private Stream<LaneSlot> allSlots() {
        return Stream.concat(slots.stream(), loans.slots().stream());
    }

    private void failWaitingIfClosed() {
        if (over.getCount() == 0) {
            queue.failAll(new LanesClosedException());
        }
    }

    // Without a single lane, waiting is of no use: whoever waits is told why at once.
    private void failWaitingIfAllAreDead() {
        List<LaneException> troubles =
                slots.stream().map(LaneSlot::trouble).filter(Objects::nonNull).toList();
        if (!slots.isEmpty() && troubles.size() == slots.size()) {
            queue.failAll(troubles.getFirst());
        }
    }
}
