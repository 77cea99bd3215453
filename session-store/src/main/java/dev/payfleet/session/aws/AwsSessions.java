package dev.payfleet.session.aws;

import dev.payfleet.aws.AwsClients;
import dev.payfleet.aws.AwsService;
import dev.payfleet.aws.DynamoTable;
import dev.payfleet.aws.Overflow;
import dev.payfleet.aws.TableShape;
import dev.payfleet.cache.ResultCache;
import dev.payfleet.cache.aws.AwsResults;
import dev.payfleet.session.ConnectionKey;
import dev.payfleet.session.ConnectionStore;
import dev.payfleet.session.DepartureLog;
import dev.payfleet.session.Sealer;
import dev.payfleet.session.SessionStore;
import dev.payfleet.session.SignInLedger;
import dev.payfleet.session.TrustStore;
import dev.payfleet.session.sealing.CredentialSeal;
import dev.payfleet.session.sealing.EnvelopeSealer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.s3.S3Client;

/// The stores of the fleet. Any thread may call any of them; they end with the clients they were made with.
/// Whatever can't be answered throws [dev.payfleet.session.StoreUnavailableException].
public final class AwsSessions {
    private static final ConnectionKey NOBODY = new ConnectionKey("payfleet", "warm-up");

    /// Longer than any write is on its way.
    private static final Duration SETTLED = Duration.ofHours(1);

    private final KmsOutage outage = new KmsOutage();
    private final KeyRings rings;
    private final Sealer stateSealer;
    private final Sealer resultSealer;
    private final DynamoTable sessionTable;
    private final Overflow overflow;
    private final ConnectionStore connections;
    private final SessionStore sessions;
    private final TrustStore trusts;
    private final SignInLedger ledger;
    private final ResultCache results;
    private final DepartureLog departures;

    private AwsSessions(DynamoDbClient dynamoDb, S3Client s3, KmsClient kms, AwsSessionsConfig config) {
        this.rings = new KeyRings(dynamoDb, kms, config, outage);
        this.stateSealer = new EnvelopeSealer(() -> rings.branch(BranchKey.SESSIONS), outage);
        this.resultSealer = new EnvelopeSealer(() -> rings.branch(BranchKey.RESULTS), outage);
        this.overflow = new Overflow(s3, config.bucket());
        this.sessionTable = table(dynamoDb, SessionTables.SESSIONS, config);
        Heads heads = new Heads(table(dynamoDb, SessionTables.CONNECTIONS, config));
        Fence fence = new Fence(heads);
        AwsResults stored = new AwsResults(table(dynamoDb, AwsResults.TABLE, config), overflow);
        this.connections = connections(heads, new Wipe(sessionTable, stored, overflow));
        this.sessions = new DynamoSessionStore(fence, states(fence, DynamoSessionStore.KIND));
        this.trusts = new DynamoTrustStore(states(fence, DynamoTrustStore.KIND));
        this.ledger = new DynamoSignInLedger(heads, table(dynamoDb, SessionTables.ATTEMPTS, config));
        this.results = stored.cache(resultSealer, fence);
        this.departures = new DynamoDepartureLog(table(dynamoDb, SessionTables.DEPARTURES, config));
    }

    /// Makes the clients, and asks nothing yet.
    public static AwsSessions over(AwsClients clients, AwsSessionsConfig config) {
        return new AwsSessions(
                clients.configure(DynamoDbClient.builder(), AwsService.DYNAMODB).build(),
                clients.configure(S3Client.builder(), AwsService.S3)
                        .forcePathStyle(clients.elsewhere(AwsService.S3))
                        .build(),
                clients.configure(KmsClient.builder(), AwsService.KMS).build(),
                config);
    }

    /// Makes clients for tables that were brought back beside those in use, and asks nothing yet.
    ///
    /// @param config of the tables in use
    /// @param restored the prefix of those that were brought back
    public static RestoredRecords restored(AwsClients clients, AwsSessionsConfig config, String restored) {
        DynamoDbClient dynamoDb =
                clients.configure(DynamoDbClient.builder(), AwsService.DYNAMODB).build();
        KmsClient kms = clients.configure(KmsClient.builder(), AwsService.KMS).build();
        KmsOutage outage = new KmsOutage();
        KeyRings rings = new KeyRings(dynamoDb, kms, config, restored, outage);
        return new RestoredRecords(
                new DynamoTable(dynamoDb, SessionTables.CONNECTIONS.nameIn(restored)),
                new DynamoTable(dynamoDb, SessionTables.SESSIONS.nameIn(restored)),
                new CredentialSeal(
                        new EnvelopeSealer(rings::direct, outage), new HashingKeys(rings::hashing)::fingerprint),
                new EnvelopeSealer(() -> rings.branch(BranchKey.SESSIONS), outage));
    }

    private static DynamoTable table(DynamoDbClient dynamoDb, TableShape shape, AwsSessionsConfig config) {
        return new DynamoTable(dynamoDb, shape.nameIn(config.prefix()));
    }

    private ConnectionStore connections(Heads heads, Wipe wipe) {
        HashingKeys keys = new HashingKeys(rings::hashing);
        CredentialSeal seal = new CredentialSeal(new EnvelopeSealer(rings::direct, outage), keys::fingerprint);
        return new DynamoConnectionStore(heads, wipe, seal, new AccountMark(keys::account));
    }

    private SealedStates states(Fence fence, String kind) {
        return new SealedStates(sessionTable, overflow, stateSealer, fence, kind);
    }

    /// Makes the branch keys of a new deployment, once, before its first worker starts. May be repeated. A worker
    /// itself needs no right to do that.
    public void prepare() {
        rings.prepare();
    }

    /// Gives the branch keys a new version for what is sealed from then on; what was sealed before still opens.
    /// Processes that have the former version use it for as long as [AwsSessionsConfig#keyLife] says.
    public void renewKeys() {
        rings.renew();
    }

    /// Loads the encryption library and unwraps the branch keys on a thread of its own, which takes about a second
    /// that the first job would otherwise wait for. Optional; who needs the library meanwhile waits for it as
    /// usual.
    ///
    /// @return the thread, already running, for who wants to wait for it
    public Thread warmUp() {
        return Thread.ofPlatform().daemon().name("sealer-warm-up").start(() -> {
            for (Sealer sealer : List.of(stateSealer, resultSealer)) {
                byte[] sealed = sealer.seal(NOBODY, "warm-up", new byte[1]);
                sealer.open(NOBODY, "warm-up", sealed);
            }
        });
    }

    /// Deletes from the bucket what a crash left there of sessions and trust, and nothing points to. Of results, a
    /// lifecycle rule does that.
    ///
    /// @return how many objects
    public int sweepOrphans(Instant now) {
        return new OrphanedStates(sessionTable, overflow).sweep(now.minus(SETTLED));
    }

    public ConnectionStore connections() {
        return connections;
    }

    public SessionStore sessions() {
        return sessions;
    }

    public TrustStore trusts() {
        return trusts;
    }

    public SignInLedger ledger() {
        return ledger;
    }

    public ResultCache results() {
        return results;
    }

    public DepartureLog departures() {
        return departures;
    }
}
