package dev.payfleet.worker;

import dev.payfleet.cache.FrontedResultCache;
import dev.payfleet.cache.ResultCache;
import dev.payfleet.provider.ProviderCatalog;
import dev.payfleet.scrub.KnownSecrets;
import dev.payfleet.session.ChallengeDesk;
import dev.payfleet.session.ConnectionStore;
import dev.payfleet.session.DepartureLog;
import dev.payfleet.session.SignInLedger;
import dev.payfleet.session.TrustStore;
import dev.payfleet.session.aws.AwsSessions;
import dev.payfleet.worker.audit.AuditTrail;
import dev.payfleet.worker.config.AwsSettings;
import dev.payfleet.worker.config.WorkerConfig;
import dev.payfleet.worker.evidence.EvidenceStore;
import dev.payfleet.worker.fleet.Fleet;
import dev.payfleet.worker.fleet.Worker;
import dev.payfleet.worker.fleet.aws.Deployment;
import dev.payfleet.worker.grant.UsedGrants;
import dev.payfleet.worker.job.Departure;
import dev.payfleet.worker.plugin.PluginFolder;
import dev.payfleet.worker.queue.JobQueue;
import dev.payfleet.worker.queue.OutcomeLog;
import dev.payfleet.worker.queue.QueueDesk;
import dev.payfleet.worker.refresh.RefreshStores;
import dev.payfleet.worker.retention.GuardedEvidence;
import dev.payfleet.worker.retention.RetentionGuard;
import java.time.Clock;
import java.time.Instant;

/// The engine of many machines: SQS, DynamoDB, S3 and KMS. On this machine it keeps only the browser's files and
/// logs.
final class AwsFleet implements Fleet {
    private final WorkerConfig config;
    private final Clock clock;
    private final KnownSecrets secrets;
    private final Deployment deployment;
    private final FrontedResultCache results;
    private final ConnectionStore connections;
    private final RetentionGuard retention;
    private final EvidenceStore evidence;
    private final ProviderCatalog providers;

    private AwsFleet(WorkerConfig config, Clock clock, KnownSecrets secrets, Deployment deployment) {
        this.config = config;
        this.clock = clock;
        this.secrets = secrets;
        this.deployment = deployment;
        this.results = FrontedResultCache.over(deployment.sessions().results(), config.resultMemory());
        this.connections = results.watching(deployment.sessions().connections());
        this.retention = new RetentionGuard(deployment.places());
        this.evidence = new GuardedEvidence(deployment.evidence(), retention);
        this.providers = PluginFolder.catalog(config.home());
    }

    static AwsFleet open(WorkerConfig config, AwsSettings settings, Clock clock, KnownSecrets secrets) {
        PrivateHome.make(config.home());
        return new AwsFleet(config, clock, secrets, Deployment.open(settings, clock));
    }

    @Override
    public ProviderCatalog providers() {
        return providers;
    }

    @Override
    public JobQueue queue() {
        return deployment.queue();
    }

    @Override
    public QueueDesk desk() {
        return deployment.desk();
    }

    @Override
    public OutcomeLog outcomes() {
        return deployment.outcomes();
    }

    @Override
    public ConnectionStore connections() {
        return connections;
    }

    @Override
    public TrustStore trusts() {
        return deployment.sessions().trusts();
    }

    @Override
    public SignInLedger ledger() {
        return deployment.sessions().ledger();
    }

    @Override
    public RefreshStores refreshes() {
        AwsSessions stores = deployment.sessions();
        return new RefreshStores(stores.census(), stores.duties(), stores::permitKey);
    }

    @Override
    public ResultCache results() {
        return results;
    }

    @Override
    public ChallengeDesk challenges() {
        return deployment.sessions().challenges();
    }

    @Override
    public EvidenceStore evidence() {
        return evidence;
    }

    @Override
    public AuditTrail audit() {
        return deployment.audit();
    }

    @Override
    public UsedGrants usedGrants() {
        return deployment.usedGrants();
    }

    @Override
    public RetentionGuard retention() {
        return retention;
    }

    @Override
    public int sweepOrphans(Instant now) {
        return deployment.sessions().sweepOrphans(now);
    }

    @Override
    public DepartureLog departures() {
        return deployment.sessions().departures();
    }

    @Override
    public Departure departure() {
        return Departures.of(this, deployment.sessions().sessions(), config, clock, secrets);
    }

    @Override
    public Worker worker() {
        Thread _ = deployment.sessions().warmUp();
        retention.require();
        return WorkerAssembly.of(this, deployment.sessions().sessions(), config, clock, secrets);
    }

    @Override
    public void close() {
        deployment.close();
    }
}
