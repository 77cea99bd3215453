package dev.payfleet.worker.refresh;

import dev.payfleet.worker.grant.RefreshPermits;
import dev.payfleet.worker.queue.JobQueue;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends `refresh` jobs while the worker runs. Every worker has one, and one of all is on duty: the others ask every
/// few seconds whether it still is, and one of them goes on where it fell silent. Nothing is handed over, since the
/// plan follows from what is stored: who takes over sends the same jobs under the same ids.
public final class RefreshPlanner implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RefreshPlanner.class);

    /// How often it looks what is due.
    static final Duration TURN = Duration.ofSeconds(10);

    /// How long a worker that died is still believed to be on duty.
    static final Duration LEASE = Duration.ofSeconds(60);

    static final String DUTY = "refresh-planner";

    /// So many are sent before it is asked again who is on duty.
    private static final int BATCH = 100;

    private final RefreshStores stores;
    private final Roster roster;
    private final Survey survey;
    private final RefreshDispatch dispatch;
    private final InstantSource clock;
    private final String holder = UUID.randomUUID().toString();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("refresh-planner").factory());

    /// @param queue where the jobs go
    /// @param permits signs them
    /// @param rules how early, for whom and how fast
    public RefreshPlanner(
            RefreshStores stores,
            JobQueue queue,
            RefreshPermits permits,
            RefreshPlan plan,
            RefreshRules rules,
            InstantSource clock) {
        this.stores = stores;
        this.roster = new Roster(plan);
        // Twice within the margin: a session that nobody knew of yet is found before it must be renewed.
        this.survey = new Survey(stores.census(), rules.margin().dividedBy(2), TURN);
        this.dispatch = new RefreshDispatch(queue, permits);
        this.clock = clock;
    }

    /// Looks every few seconds from now on.
    public void start() {
        var _ = timer.scheduleWithFixedDelay(this::turnOrSay, TURN.toSeconds(), TURN.toSeconds(), TimeUnit.SECONDS);
    }

    private void turnOrSay() {
        try {
            turn();
        } catch (RuntimeException e) {
            // The timer must not die of it; what was not sent is due at the next turn.
            LOG.atWarn().setCause(e).log("refreshes could not be planned; it is tried again in seconds");
        }
    }

    /// One look.
    ///
    /// @return how many refreshes were sent
    int turn() {
        Instant now = clock.instant();
        OptionalLong number = stores.duties().hold(DUTY, holder, LEASE, now);
        if (number.isEmpty()) {
            roster.clear();
            survey.reset();
            return 0;
        }
        survey.advance(roster, now);
        int sent = send(roster.due(now), number);
        if (sent > 0) {
            LOG.atInfo()
                    .addKeyValue("event", "refreshes_planned")
                    .addKeyValue("sent", sent)
                    .addKeyValue("sessions", roster.size())
                    .log("sessions are renewed ahead of their end");
        }
        return sent;
    }

    private int send(List<Refresh> due, OptionalLong number) {
        int sent = 0;
        for (Refresh refresh : due) {
            if (sent % BATCH == BATCH - 1 && !onDuty(number)) {
                break;
            }
            dispatch.send(refresh, clock.instant());
            roster.sent(refresh);
            sent++;
        }
        return sent;
    }

    private boolean onDuty(OptionalLong number) {
        return stores.duties().hold(DUTY, holder, LEASE, clock.instant()).equals(number);
    }

    /// Ends, and lets another take the duty at once.
    @Override
    public void close() {
        timer.close();
        try {
            stores.duties().release(DUTY, holder);
        } catch (RuntimeException e) {
            LOG.atWarn().setCause(e).log("the planner's duty runs out by itself");
        }
    }
}
