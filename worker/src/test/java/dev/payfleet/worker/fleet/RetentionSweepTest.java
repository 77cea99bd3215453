package dev.payfleet.worker.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.payfleet.cache.ResultCache;
import dev.payfleet.provider.ProviderCatalog;
import dev.payfleet.session.ChallengeDesk;
import dev.payfleet.session.ConnectionKey;
import dev.payfleet.session.ConnectionStore;
import dev.payfleet.session.Credential;
import dev.payfleet.session.DepartureLog;
import dev.payfleet.session.Secret;
import dev.payfleet.session.SignInLedger;
import dev.payfleet.session.TrustStore;
import dev.payfleet.session.embedded.EmbeddedSessions;
import dev.payfleet.session.embedded.KeyFile;
import dev.payfleet.sqlite.SqliteFile;
import dev.payfleet.worker.audit.AuditTrail;
import dev.payfleet.worker.audit.embedded.SqliteAuditTrail;
import dev.payfleet.worker.evidence.Evidence;
import dev.payfleet.worker.evidence.EvidenceId;
import dev.payfleet.worker.evidence.EvidenceOwner;
import dev.payfleet.worker.evidence.EvidenceStore;
import dev.payfleet.worker.evidence.RedrawnPng;
import dev.payfleet.worker.evidence.embedded.FolderEvidenceStore;
import dev.payfleet.worker.grant.UsedGrants;
import dev.payfleet.worker.grant.embedded.SqliteUsedGrants;
import dev.payfleet.worker.job.Departure;
import dev.payfleet.worker.queue.JobQueue;
import dev.payfleet.worker.queue.OutcomeLog;
import dev.payfleet.worker.queue.QueueDesk;
import dev.payfleet.worker.queue.SettableClock;
import dev.payfleet.worker.queue.embedded.SqliteJobQueue;
import dev.payfleet.worker.queue.embedded.SqliteOutcomeLog;
import dev.payfleet.worker.queue.embedded.SqliteQueueDesk;
import dev.payfleet.worker.refresh.RefreshStores;
import dev.payfleet.worker.retention.BrokenPromise;
import dev.payfleet.worker.retention.KeptPlace;
import dev.payfleet.worker.retention.RetentionGuard;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What happens every hour, over real stores.
class RetentionSweepTest {
    private final SettableClock clock = SettableClock.atSomeMoment();
    private final List<String> happened = new ArrayList<>();
    private SqliteFile file;
    private OneMachine fleet;
    private RetentionSweep sweep;

    @BeforeEach
    void open(@TempDir Path home) {
        file = SqliteFile.open(home.resolve("payfleet.db"));
        fleet = new OneMachine(home);
        sweep = new RetentionSweep(fleet, clock);
    }

    @AfterEach
    void close() {
        sweep.close();
        fleet.close();
    }

    @Test
    void what_outlived_its_purpose_is_deleted_before_the_guard_looks() {
        EvidenceId id = fleet.evidence().save(evidence());
        clock.pass(EvidenceStore.LIFE);

        sweep.sweepAndLook();

        assertThat(fleet.evidence().find(id)).isEmpty();
        assertThat(happened).containsExactly("orphans", "look");
    }

    @Test
    void an_answer_that_nobody_took_is_deleted_after_an_hour() {
        ConnectionKey ada = new ConnectionKey("tenant", "ada");
        UUID job = UUID.randomUUID();
        Credential credential = new Credential(Secret.of("ada"), Secret.of("correct horse"));
        fleet.connections().connect(ada, "larkspur", credential, clock.instant());
        fleet.challenges().deposit(ada, job, Secret.of("123456"), clock.instant());
        clock.pass(ChallengeDesk.AFTERLIFE);

        sweep.sweepAndLook();

        assertThat(fleet.challenges().answer(ada, job)).isEmpty();
    }

    @Test
    void the_guard_looks_even_where_the_sweep_failed() {
        fleet.broken = true;

        sweep.sweepAndLook();

        assertThat(happened).containsExactly("look");
    }

    private Evidence evidence() {
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 1};
        return new Evidence(
                EvidenceOwner.of(new ConnectionKey("tenant", "ada")),
                "larkspur",
                "pay runs",
                clock.instant(),
                RedrawnPng.of(png),
                "");
    }

    /// An engine of this machine that tells what it was asked.
    private final class OneMachine implements Fleet {
        private final EmbeddedSessions sessions;
        private final SqliteJobQueue queue;
        private final SqliteOutcomeLog outcomes;
        private final SqliteQueueDesk desk;
        private final EvidenceStore evidence;
        private final AuditTrail audit;
        private final UsedGrants grants;
        private final RetentionGuard guard = new RetentionGuard(List.of(new KeptPlace() {
            @Override
            public String name() {
                return "place";
            }

            @Override
            public List<BrokenPromise> brokenPromises() {
                happened.add("look");
                return List.of();
            }
        }));
        private boolean broken;

        OneMachine(Path home) {
            sessions = EmbeddedSessions.open(file, KeyFile.readOrCreate(home.resolve("key")));
            queue = SqliteJobQueue.open(file, clock, 1);
            outcomes = SqliteOutcomeLog.open(file, clock);
            desk = SqliteQueueDesk.open(file, clock);
            audit = SqliteAuditTrail.open(file, sessions.chainKey(), clock);
            grants = SqliteUsedGrants.open(file, clock);
            evidence = new FolderEvidenceStore(home.resolve("evidence"));
        }

        @Override
        public ProviderCatalog providers() {
            return ProviderCatalog.load();
        }

        @Override
        public JobQueue queue() {
            return queue;
        }

        @Override
        public QueueDesk desk() {
            return desk;
        }

        @Override
        public RefreshStores refreshes() {
            return new RefreshStores(sessions.census(), sessions.duties(), sessions::permitKey);
        }

        @Override
        public OutcomeLog outcomes() {
            return outcomes;
        }

        @Override
        public ConnectionStore connections() {
            return sessions.connections();
        }

        @Override
        public TrustStore trusts() {
            return sessions.trusts();
        }

        @Override
        public SignInLedger ledger() {
            return sessions.ledger();
        }

        @Override
        public ResultCache results() {
            return sessions.results();
        }

        @Override
        public ChallengeDesk challenges() {
            return sessions.challenges();
        }

        @Override
        public EvidenceStore evidence() {
            if (broken) {
                throw new IllegalStateException("the folder is gone");
            }
            return evidence;
        }

        @Override
        public AuditTrail audit() {
            return audit;
        }

        @Override
        public UsedGrants usedGrants() {
            return grants;
        }

        @Override
        public RetentionGuard retention() {
            return guard;
        }

        @Override
        public int sweepOrphans(Instant now) {
            happened.add("orphans");
            return 0;
        }

        @Override
        public DepartureLog departures() {
            return sessions.departures();
        }

        @Override
        public Departure departure() {
            throw new UnsupportedOperationException("nobody leaves here");
        }

        @Override
        public Worker worker() {
            throw new UnsupportedOperationException("nobody works here");
        }

        @Override
        public void close() {
            queue.close();
            outcomes.close();
            file.close();
        }
    }
}
