package dev.payfleet.worker;

import dev.payfleet.cache.ResultCache;
import dev.payfleet.provider.ProviderCatalog;
import dev.payfleet.scrub.KnownSecrets;
import dev.payfleet.session.ConnectionStore;
import dev.payfleet.session.SignInLedger;
import dev.payfleet.session.embedded.EmbeddedSessions;
import dev.payfleet.session.embedded.KeyFile;
import dev.payfleet.session.embedded.KeyFileException;
import dev.payfleet.sqlite.SqliteFile;
import dev.payfleet.worker.evidence.EvidenceStore;
import dev.payfleet.worker.evidence.embedded.FolderEvidenceStore;
import dev.payfleet.worker.fleet.Fleet;
import dev.payfleet.worker.fleet.FleetException;
import dev.payfleet.worker.fleet.Worker;
import dev.payfleet.worker.fleet.WorkerConfig;
import dev.payfleet.worker.job.Departure;
import dev.payfleet.worker.loop.JobHandling;
import dev.payfleet.worker.plugin.PluginFolder;
import dev.payfleet.worker.queue.JobQueue;
import dev.payfleet.worker.queue.OutcomeLog;
import dev.payfleet.worker.queue.QueueDesk;
import dev.payfleet.worker.queue.embedded.SqliteJobQueue;
import dev.payfleet.worker.queue.embedded.SqliteOutcomeLog;
import dev.payfleet.worker.queue.embedded.SqliteQueueDesk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The engine of one machine: `payfleet.db` for queue, stores and cache, `key` for what is sealed, `evidence/` for
/// redrawn pages, `plugins/` for adapters that are brought as jars. Several processes may have it open at once.
final class EmbeddedFleet implements Fleet {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedFleet.class);

    /// The queue's own net, below the limit at which a worker gives a job up with an answer.
    private static final int MAX_RECEIVES = 2 * JobHandling.MOST_ATTEMPTS;

    private final WorkerConfig config;
    private final Clock clock;
    private final KnownSecrets secrets;
    private final SqliteFile file;
    private final EmbeddedSessions sessions;
    private final SqliteJobQueue queue;
    private final SqliteQueueDesk desk;
    private final SqliteOutcomeLog outcomes;
    private final EvidenceStore evidence;
    private final ProviderCatalog providers;

    private EmbeddedFleet(WorkerConfig config, Clock clock, KnownSecrets secrets, SqliteFile file, KeyFile key) {
        this.config = config;
        this.clock = clock;
        this.secrets = secrets;
        this.file = file;
        this.sessions = EmbeddedSessions.open(file, key);
        this.queue = SqliteJobQueue.open(file, clock, MAX_RECEIVES);
        this.desk = SqliteQueueDesk.open(file, clock);
        this.outcomes = SqliteOutcomeLog.open(file, clock);
        this.evidence = new FolderEvidenceStore(config.home().resolve("evidence"));
        this.providers = PluginFolder.catalog(config.home());
        providers
                .refusals()
                .forEach(refusal -> LOG.atWarn()
                        .addKeyValue("provider", refusal.provider())
                        .addKeyValue("reason", refusal.reason())
                        .log("a provider was refused"));
    }

    static EmbeddedFleet open(WorkerConfig config, Clock clock, KnownSecrets secrets) {
        Path home = config.home();
        makePrivate(home);
        SqliteFile file = SqliteFile.open(home.resolve("payfleet.db"));
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

    private static KeyFile key(Path path) {
        try {
            return KeyFile.readOrCreate(path);
        } catch (KeyFileException e) {
            throw new FleetException(FleetException.Fault.KEY_FILE, e);
        }
    }

    private static void makePrivate(Path home) {
        try {
            if (Files.notExists(home)) {
                Files.createDirectories(
                        home, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("PAYFLEET_HOME cannot be made; name a folder that can be written", e);
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
        return sessions.connections();
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
    public EvidenceStore evidence() {
        return evidence;
    }

    @Override
    public Departure departure() {
        return new Departure(connections(), evidence, clock);
    }

    @Override
    public Worker worker() {
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
