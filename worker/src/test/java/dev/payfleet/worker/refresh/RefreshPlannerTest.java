package dev.payfleet.worker.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.payfleet.session.ConnectionKey;
import dev.payfleet.session.Credential;
import dev.payfleet.session.Secret;
import dev.payfleet.session.StoredSession;
import dev.payfleet.session.Wiped;
import dev.payfleet.session.embedded.EmbeddedSessions;
import dev.payfleet.session.embedded.KeyFile;
import dev.payfleet.sqlite.SqliteFile;
import dev.payfleet.worker.grant.RefreshPermits;
import dev.payfleet.worker.job.FetchJob;
import dev.payfleet.worker.job.GrantRefusal;
import dev.payfleet.worker.job.JobKind;
import dev.payfleet.worker.queue.Delivery;
import dev.payfleet.worker.queue.SettableClock;
import dev.payfleet.worker.queue.embedded.SqliteJobQueue;
import dev.payfleet.worker.queue.embedded.SqliteQueueDesk;
import dev.payfleet.worker.wire.JobReader;
import dev.payfleet.worker.wire.ReadJob;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Planners of several workers over one store and one queue.
class RefreshPlannerTest {
    private static final Duration LIFE = Duration.ofMinutes(30);

    private final SettableClock clock = SettableClock.atSomeMoment();
    private SqliteFile file;
    private EmbeddedSessions stores;
    private SqliteJobQueue queue;
    private RefreshPermits permits;

    @BeforeEach
    void open(@TempDir Path home) {
        file = SqliteFile.open(home.resolve("payfleet.db"));
        stores = EmbeddedSessions.open(file, KeyFile.readOrCreate(home.resolve("key")));
        queue = SqliteJobQueue.open(file, clock, 10);
        permits = new RefreshPermits(stores::permitKey, clock);
    }

    @AfterEach
    void close() {
        queue.close();
        file.close();
    }

    @Test
    void aSessionThatIsDueIsSentOnceAsAPermittedJob() throws InterruptedException {
        connect("c-1");
        try (RefreshPlanner planner = planner()) {
            clock.pass(LIFE.minusSeconds(1));
            assertThat(planner.turn()).isEqualTo(1);
            assertThat(planner.turn()).isZero();
        }

        FetchJob job = onlyJob();
        assertThat(job.kind()).isEqualTo(JobKind.REFRESH);
        assertThat(job.key()).isEqualTo(new ConnectionKey("acme", "c-1"));
        assertThat(permits.before(_ -> Optional.of(GrantRefusal.MISSING)).refusal(job))
                .isEmpty();
    }

    @Test
    void aWorkerThatStartsAnewSendsNothingTwice() {
        connect("c-1");
        clock.pass(LIFE.minusSeconds(1));
        try (RefreshPlanner planner = planner()) {
            assertThat(planner.turn()).isEqualTo(1);
        }
        try (RefreshPlanner planner = planner()) {
            assertThat(planner.turn()).isEqualTo(1);
        }

        assertThat(queued()).isEqualTo(1);
    }

    @Test
    void oneOfAllPlansAndAnotherTakesOverWhenItFellSilent() {
        connect("c-1");
        clock.pass(LIFE.minusSeconds(5));
        RefreshPlanner first = planner();
        try (first;
                RefreshPlanner second = planner()) {
            assertThat(first.turn()).isEqualTo(1);
            connect("c-2");
            clock.pass(RefreshPlanner.LEASE.minusSeconds(1));
            assertThat(second.turn()).isZero();

            clock.pass(LIFE);

            assertThat(second.turn()).isEqualTo(2);
            assertThat(first.turn()).isZero();
        }
    }

    @Test
    void whoClosesLetsTheNextPlanAtOnce() {
        connect("c-1");
        clock.pass(LIFE.minusSeconds(5));
        planner().close();
        try (RefreshPlanner second = planner()) {
            assertThat(second.turn()).isEqualTo(1);
        }
    }

    @Test
    void whoLeftIsNotPlanned() {
        connect("c-1");
        Wiped _ = stores.connections().disconnect(new ConnectionKey("acme", "c-1"), clock.instant());
        clock.pass(LIFE);
        try (RefreshPlanner planner = planner()) {
            assertThat(planner.turn()).isZero();
        }
    }

    @Test
    void aConnectionThatNobodyUsesIsLeftToEnd() {
        connect("c-1");
        clock.pass(Duration.ofDays(7));
        try (RefreshPlanner planner = planner()) {
            assertThat(planner.turn()).isZero();
        }
    }

    @Test
    void aStoreOfManyIsGoneThroughPieceByPiece() {
        for (int i = 0; i < 30; i++) {
            connect("c-" + i);
        }
        clock.pass(LIFE.minusSeconds(1));
        try (RefreshPlanner planner = planner()) {
            assertThat(planner.turn()).isEqualTo(30);
        }
        assertThat(queued()).isEqualTo(30);
    }

    private RefreshPlanner planner() {
        RefreshRules rules = RefreshRules.USUAL;
        return new RefreshPlanner(
                new RefreshStores(stores.census(), stores.duties(), stores::permitKey),
                queue,
                permits,
                new RefreshPlan(rules, Map.of("p", new ProviderPace(LIFE, 100))),
                rules,
                clock);
    }

    private void connect(String connection) {
        ConnectionKey key = new ConnectionKey("acme", connection);
        Instant now = clock.instant();
        stores.connections().connect(key, "p", new Credential(Secret.of("ada"), Secret.of("word")), now);
        stores.sessions()
                .save(
                        key,
                        stores.sessions().claimForUse(key, now),
                        new StoredSession(Secret.of("{}"), now, now.plus(LIFE), null));
    }

    private long queued() {
        return SqliteQueueDesk.open(file, clock).depths().ready();
    }

    private FetchJob onlyJob() throws InterruptedException {
        Delivery delivery = queue.receive(10, Duration.ofMinutes(1), Duration.ZERO)
                .getFirst()
                .first();
        return switch (new JobReader().read(delivery.body().bytes())) {
            case ReadJob.WellFormed(FetchJob job) -> job;
            case ReadJob.Malformed malformed -> throw new AssertionError(malformed.reason());
        };
    }
}
