package dev.payfleet.session.aws;

import dev.payfleet.aws.AwsClients;
import dev.payfleet.aws.AwsService;
import dev.payfleet.aws.DynamoTable;
import dev.payfleet.aws.Overflow;
import dev.payfleet.aws.TableShape;
import dev.payfleet.cache.ResultCache;
import dev.payfleet.cache.aws.AwsResults;
import dev.payfleet.session.ChainKey;
import dev.payfleet.session.ChallengeDesk;
import dev.payfleet.session.ConnectionKey;
import dev.payfleet.session.ConnectionStore;
import dev.payfleet.session.DepartureLog;
import dev.payfleet.session.DutyRoster;
import dev.payfleet.session.Sealer;
import dev.payfleet.session.SessionCensus;
import dev.payfleet.session.SessionStore;
import dev.payfleet.session.SignInLedger;
import dev.payfleet.session.TrustStore;
import dev.payfleet.session.keys.KeyDesk;
import dev.payfleet.session.sealing.CredentialSeal;
import dev.payfleet.session.sealing.EnvelopeSealer;
import dev.payfleet.session.sealing.HmacChainKey;
import dev.payfleet.session.sealing.KeyChoice;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.SecretKey;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.s3.S3Client;

/// The stores of the fleet. Any thread may call any of them; they end with the clients they were made with.
/// Whatever can't be answered throws [dev.payfleet.session.StoreUnavailableException].
public final class AwsSessions {
    private static final ConnectionKey NOBODY = new ConnectionKey("payfleet", "warm-up");

    /// There is one, and it stays when the branch keys get new versions.
    private static final String HASHING_KEY = "hashing-1";

    /// Longer than any write is on its way.
    private static final Duration SETTLED = Duration.ofHours(1);

    private final KmsOutage outage = new KmsOutage();
    private final KeyRings rings;
    private final Sealer stateSealer;
    private final Sealer resultSealer;
    private final DynamoTable sessionTable;
    private final SealedItemTables sealedTables;
    private final Duration keyLife;
    private final HashingKeys hashing;
    private final Overflow overflow;
    private final ConnectionStore connections;
    private final SessionStore sessions;
    private final TrustStore trusts;
    private final SignInLedger ledger;
    private final ResultCache results;
    private final ChallengeDesk challenges;
    private final SessionCensus census;
    private final DutyRoster duties;
    private final ChainKey chainKey;
    private final DepartureLog departures;

    private AwsSessions(DynamoDbClient dynamoDb, S3Client s3, KmsClient kms, AwsSessionsConfig config) {
        this.rings = new KeyRings(dynamoDb, kms, config, outage);
        this.stateSealer = new EnvelopeSealer(() -> rings.branch(BranchKey.SESSIONS), outage);
        this.resultSealer = new EnvelopeSealer(() -> rings.branch(BranchKey.RESULTS), outage);
        this.overflow = new Overflow(s3, config.bucket());
        this.sessionTable = table(dynamoDb, SessionTables.SESSIONS, config);
        Heads heads = new Heads(table(dynamoDb, SessionTables.CONNECTIONS, config));
        Fence fence = new Fence(heads);
        DynamoTable challengeTable = table(dynamoDb, SessionTables.CHALLENGES, config);
        DynamoTable resultTable = table(dynamoDb, AwsResults.TABLE, config);
        AwsResults stored = new AwsResults(resultTable, overflow);
        this.keyLife = config.keyLife();
        this.hashing = new HashingKeys(rings::hashing);
        this.chainKey = new HmacChainKey(HASHING_KEY, () -> hashing.derived("audit chain"));
        this.sealedTables = SealedItemTables.of(sessionTable, resultTable, heads.table());
        this.census = new DynamoSessionCensus(heads);
        this.duties = new DynamoDutyRoster(table(dynamoDb, SessionTables.DUTIES, config));
        this.connections = connections(heads, new Wipe(sessionTable, challengeTable, stored, overflow));
        this.sessions = new DynamoSessionStore(fence, states(new HeadWrite.Noting(fence), DynamoSessionStore.KIND));
        this.trusts = new DynamoTrustStore(states(new HeadWrite.Checking(fence), DynamoTrustStore.KIND));
        this.ledger = new DynamoSignInLedger(heads, table(dynamoDb, SessionTables.ATTEMPTS, config));
        this.results = stored.cache(resultSealer, fence);
        this.challenges = new DynamoChallengeDesk(heads, challengeTable, direct(rings, outage));
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
                new CredentialSeal(direct(rings, outage), new HashingKeys(rings::hashing)::fingerprint),
                new EnvelopeSealer(() -> rings.branch(BranchKey.SESSIONS), outage));
    }

    private static DynamoTable table(DynamoDbClient dynamoDb, TableShape shape, AwsSessionsConfig config) {
        return new DynamoTable(dynamoDb, shape.nameIn(config.prefix()));
    }

    private ConnectionStore connections(Heads heads, Wipe wipe) {
        CredentialSeal seal = new CredentialSeal(direct(rings, outage), hashing::fingerprint);
        return new DynamoConnectionStore(heads, wipe, seal, new AccountMark(hashing::account));
    }

    /// Seals by the present key of KMS, opens by former ones too.
    private static KeyChoice direct(KeyRings rings, KmsOutage outage) {
        Map<String, Sealer> byArn = new HashMap<>();
        rings.keyArns().forEach(arn -> byArn.put(arn, new EnvelopeSealer(() -> rings.direct(arn), outage)));
        return new KeyChoice(rings.keyArns().getFirst(), byArn);
    }

    private SealedStates states(HeadWrite head, String kind) {
        return new SealedStates(sessionTable, overflow, stateSealer, head, kind);
    }

    /// Makes the branch keys of a new deployment, once, before its first worker starts. May be repeated. A worker
    /// itself needs no right to do that.
    public void prepare() {
        rings.prepare();
    }

    /// The keys that all of it is sealed under. A rotation needs the rights that operators have, and a worker's to
    /// what is sealed.
    ///
    /// @param clock tells when every process has a new version
    public KeyDesk keys(InstantSource clock) {
        // A second for the library, which counts in whole ones.
        return keys(clock, keyLife.plusSeconds(1));
    }

    /// @param settles how long a rotation waits for processes that have a former version
    KeyDesk keys(InstantSource clock, Duration settles) {
        return new AwsKeyDesk(
                rings,
                sealedTables,
                overflow,
                before -> new BranchKeyRotation(
                        rings,
                        sealedTables,
                        before,
                        // Made when the new version is there: a key ring keeps the version that it found.
                        key -> new EnvelopeSealer(() -> rings.branch(key), outage),
                        direct(rings, outage),
                        progress -> new ItemResealing(overflow, progress),
                        clock,
                        settles));
    }

    /// A key for a keyed hash (HMAC-SHA-256) that stays the same when keys are replaced.
    ///
    /// @param use the name of what is hashed, which nobody else has, for example `audit chain`
    public SecretKey hashingKey(String use) {
        return hashing.derived(use);
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

    public ChallengeDesk challenges() {
        return challenges;
    }

    /// All sessions at a glance.
    public SessionCensus census() {
        return census;
    }

    /// Who plans.
    public DutyRoster duties() {
        return duties;
    }

    /// What the fleet signs its own refreshes with (HMAC-SHA-256). It opens nothing. KMS is asked when it is first
    /// needed.
    ///
    /// @throws dev.payfleet.session.StoreUnavailableException when KMS does not answer
    public SecretKey permitKey() {
        return hashing.derived("refresh permit");
    }

    /// What chains the audit log of the deployment. KMS is asked when it is first used.
    public ChainKey chainKey() {
        return chainKey;
    }

    public DepartureLog departures() {
        return departures;
    }
}
