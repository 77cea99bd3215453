package dev.payfleet.worker;

import dev.payfleet.cache.FrontedResultCache;
import dev.payfleet.cache.ResultCache;
import dev.payfleet.provider.ProviderCatalog;
import dev.payfleet.scrub.KnownSecrets;
import dev.payfleet.session.ChallengeDesk;
import dev.payfleet.session.ConnectionKey;
import dev.payfleet.session.ConnectionStore;
import dev.payfleet.session.DepartureLog;
import dev.payfleet.session.SignInLedger;
import dev.payfleet.session.TrustStore;
import dev.payfleet.session.embedded.EmbeddedSessions;
import dev.payfleet.session.embedded.KeyFile;
import dev.payfleet.session.embedded.KeyFileException;
import dev.payfleet.session.keys.KeyDesk;
import dev.payfleet.sqlite.SqliteFile;
import dev.payfleet.worker.audit.AuditTrail;
import dev.payfleet.worker.audit.embedded.SqliteAuditTrail;
import dev.payfleet.worker.config.WorkerConfig;
import dev.payfleet.worker.evidence.EvidenceStore;
import dev.payfleet.worker.evidence.embedded.FolderEvidenceStore;
import dev.payfleet.worker.fleet.Fleet;
import dev.payfleet.worker.fleet.FleetException;
import dev.payfleet.worker.fleet.Worker;
import dev.payfleet.worker.grant.UsedGrants;
import dev.payfleet.worker.grant.embedded.SqliteUsedGrants;
import dev.payfleet.worker.job.Departure;
import dev.payfleet.worker.loop.JobHandling;
import dev.payfleet.worker.plugin.PluginFolder;
import dev.payfleet.worker.queue.JobQueue;
import dev.payfleet.worker.queue.OutcomeLog;
import dev.payfleet.worker.queue.QueueDesk;
import dev.payfleet.worker.queue.embedded.SqliteJobQueue;
import dev.payfleet.worker.queue.embedded.SqliteOutcomeLog;
import dev.payfleet.worker.queue.embedded.SqliteQueueDesk;
import dev.payfleet.worker.refresh.RefreshStores;
import dev.payfleet.worker.retention.GuardedEvidence;
import dev.payfleet.worker.retention.RetentionGuard;
import dev.payfleet.worker.retention.embedded.EvidenceFolder;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/// The engine of one machine: `payfleet.db` for queue, stores and cache, `key` for what is sealed, `evidence/` for
/// redrawn pages, `plugins/` for adapters that are brought as jars. Several processes may have it open at once.
final class EmbeddedFleet implements Fleet {
    /// The queue's own net, below the limit at which a worker gives a job up with an answer.
    private static final int MAX_RECEIVES = 2 * JobHandling.MOST_ATTEMPTS;

    private static final String DATABASE = "payfleet.db";

    private final WorkerConfig config;
    private final Clock clock;
    private final KnownSecrets secrets;
    private final SqliteFile file;
    private final EmbeddedSessions sessions;
    private final FrontedResultCache results;
    private final ConnectionStore connections;
    private final SqliteJobQueue queue;
    private final SqliteQueueDesk desk;
    private final SqliteOutcomeLog outcomes;
    private final AuditTrail audit;
    private final UsedGrants usedGrants;
    private final RetentionGuard retention;
    private final EvidenceStore evidence;
    private final ProviderCatalog providers;

    private EmbeddedFleet(WorkerConfig config, Clock clock, KnownSecrets secrets, SqliteFile file, KeyFile key) {
        this.config = config;
        this.clock = clock;
        this.secrets = secrets;
        this.file = file;
        this.sessions = EmbeddedSessions.open(file, key, clock);
        this.results = FrontedResultCache.over(sessions.results(), config.resultMemory());
        this.connections = results.watching(sessions.connections());
        this.queue = SqliteJobQueue.open(file, clock, MAX_RECEIVES);
        this.desk = SqliteQueueDesk.open(file, clock);
        this.outcomes = SqliteOutcomeLog.open(file, clock);
        this.usedGrants = SqliteUsedGrants.open(file, clock);
        this.audit = SqliteAuditTrail.open(file, sessions.chainKey(), clock);
        Path pictures = config.home().resolve("evidence");
        this.retention = new RetentionGuard(List.of(new EvidenceFolder(pictures, clock)));
        this.evidence = new GuardedEvidence(new FolderEvidenceStore(pictures), retention);
        this.providers = PluginFolder.catalog(config.home());
    }

    static EmbeddedFleet open(WorkerConfig config, Clock clock, KnownSecrets secrets) {
        Path home = config.home();
        PrivateHome.make(home);
        SqliteFile file = SqliteFile.open(home.resolve(DATABASE));
        try {
            return new EmbeddedFleet(config, clock, secrets, file, key(home.resolve("key")));
        } catch (KeyFileException e) {
            file.close();
            throw new FleetException(FleetException.Fault.STORE, e);
        } catch (RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /// See [EmbeddedSessions#traces].
    static int traces(WorkerConfig config, ConnectionKey key) {
        return EmbeddedSessions.traces(config.home().resolve(DATABASE), key);
    }

    private static KeyFile key(Path path) {
        try {
            return KeyFile.readOrCreate(path);
        } catch (KeyFileException e) {
            throw new FleetException(FleetException.Fault.KEY_FILE, e);
        }
    }

    @Override
    public ProviderCatalog providers() {
        return providers;
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
    public OutcomeLog outcomes() {
        return outcomes;
    }

    @Override
    public ConnectionStore connections() {
        return connections;
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
    public RefreshStores refreshes() {
        return new RefreshStores(sessions.census(), sessions.duties(), sessions::permitKey);
    }

    @Override
    public ResultCache results() {
        return results;
    }

    @Override
    public ChallengeDesk challenges() {
        return sessions.challenges();
    }

    @Override
    public EvidenceStore evidence() {
        return evidence;
    }

    @Override
    public AuditTrail audit() {
        return audit;
    }

    @Override
    public UsedGrants usedGrants() {
        return usedGrants;
    }

    @Override
    public RetentionGuard retention() {
        return retention;
    }

    /// A commit leaves no orphans.
    @Override
    public int sweepOrphans(Instant now) {
        return 0;
    }

    /// What it is all sealed under.
    KeyDesk keys() {
        return new FileKeys(sessions.keys());
    }

    @Override
    public DepartureLog departures() {
        return sessions.departures();
    }

    @Override
    public Departure departure() {
        return Departures.of(this, sessions.sessions(), config, clock, secrets);
    }

    @Override
    public Worker worker() {
        // What grew old while no worker ran is nobody's fault.
        EvidenceStore.Swept _ = evidence.sweep(clock.instant());
        retention.require();
        // Half a second of class loading that the first job would otherwise wait for.
        Thread _ = sessions.warmUp();
        return WorkerAssembly.of(this, sessions.sessions(), config, clock, secrets);
    }

    @Override
    public void close() {
        queue.close();
        outcomes.close();
        file.close();
    }
}
