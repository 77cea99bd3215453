package dev.payfleet.session.aws;

import dev.payfleet.aws.AwsClients;
import dev.payfleet.aws.AwsService;
import dev.payfleet.aws.DynamoTable;
import dev.payfleet.aws.LocalClients;
import dev.payfleet.aws.LocalTables;
import dev.payfleet.aws.Overflow;
import dev.payfleet.aws.TableShape;
import dev.payfleet.awslocal.LocalAws;
import dev.payfleet.cache.ResultCache;
import dev.payfleet.cache.aws.AwsResults;
import dev.payfleet.session.ChallengeDesk;
import dev.payfleet.session.ConnectionStore;
import dev.payfleet.session.DepartureLog;
import dev.payfleet.session.DutyRoster;
import dev.payfleet.session.SessionCensus;
import dev.payfleet.session.SessionStore;
import dev.payfleet.session.SignInLedger;
import dev.payfleet.session.StoresUnderTest;
import dev.payfleet.session.TrustStore;
import dev.payfleet.session.keys.KeyDesk;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.s3.S3Client;

/// The stores of a fresh deployment on this machine's servers: tables, bucket and key of its own.
public final class AwsUnderTest implements StoresUnderTest {
    private final AwsClients clients;
    private final AwsSessionsConfig config;
    private final AwsSessions sessions;

    private final boolean owner;

    private AwsUnderTest(AwsClients clients, AwsSessionsConfig config, boolean owner) {
        this.owner = owner;
        this.clients = clients;
        this.config = config;
        this.sessions = AwsSessions.over(clients, config);
    }

    public static AwsUnderTest fresh() {
        return fresh(AwsSessionsConfig.USUAL_KEY_LIFE);
    }

    /// @param keyLife see [AwsSessionsConfig#keyLife]
    public static AwsUnderTest fresh(Duration keyLife) {
        AwsUnderTest stores = unprepared(keyLife);
        stores.sessions.prepare();
        return stores;
    }

    /// Without a branch key.
    public static AwsUnderTest unprepared() {
        return unprepared(AwsSessionsConfig.USUAL_KEY_LIFE);
    }

    private static AwsUnderTest unprepared(Duration keyLife) {
        String prefix = "test-" + UUID.randomUUID();
        AwsUnderTest stores = new AwsUnderTest(
                LocalClients.shared(),
                new AwsSessionsConfig(prefix, prefix, LocalAws.shared().keys().createKey(), keyLife),
                true);
        LocalTables.create(stores.dynamoDb(), prefix, SessionTables.ALL);
        stores.s3().createBucket(bucket -> bucket.bucket(prefix));
        return stores;
    }

    /// The same deployment by other clients, for example of another process.
    public AwsSessions by(AwsClients others) {
        return AwsSessions.over(others, config);
    }

    /// The same deployment as another process would open it.
    public AwsSessions later() {
        return by(clients);
    }

    public AwsSessions door() {
        return sessions;
    }

    public AwsSessionsConfig config() {
        return config;
    }

    public DynamoDbClient dynamoDb() {
        return clients.configure(DynamoDbClient.builder(), AwsService.DYNAMODB).build();
    }

    public S3Client s3() {
        return clients.configure(S3Client.builder(), AwsService.S3)
                .forcePathStyle(true)
                .build();
    }

    public KmsClient kms() {
        return clients.configure(KmsClient.builder(), AwsService.KMS).build();
    }

    Wipe wipe() {
        Overflow overflow = new Overflow(s3(), config.bucket());
        return new Wipe(
                table(SessionTables.SESSIONS),
                table(SessionTables.CHALLENGES),
                new AwsResults(table(AwsResults.TABLE), overflow),
                overflow);
    }

    private DynamoTable table(TableShape shape) {
        return new DynamoTable(dynamoDb(), shape.nameIn(config.prefix()));
    }

    SealedItemTables sealedTables() {
        return SealedItemTables.of(
                table(SessionTables.SESSIONS), table(AwsResults.TABLE), table(SessionTables.CONNECTIONS));
    }

    KeyRings rings() {
        return new KeyRings(dynamoDb(), kms(), config, new KmsOutage());
    }

    @Override
    public ConnectionStore connections() {
        return sessions.connections();
    }

    @Override
    public SessionStore sessions() {
        return sessions.sessions();
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
    public SessionCensus census() {
        return sessions.census();
    }

    @Override
    public DutyRoster duties() {
        return sessions.duties();
    }

    @Override
    public KeyDesk keys() {
        return sessions.keys(InstantSource.system());
    }

    @Override
    public KeyDesk keysOfAnIdleFleet() {
        return sessions.keys(InstantSource.system(), Duration.ZERO);
    }

    /// Its tables stay when it is closed.
    @Override
    public StoresUnderTest anotherProcess() {
        return new AwsUnderTest(LocalClients.shared(), config, false);
    }

    /// The same deployment when its settings name another key of KMS, and the present one as a former one.
    AwsUnderTest under(String keyArn) {
        AwsSessionsConfig moved = new AwsSessionsConfig(
                config.prefix(), config.bucket(), keyArn, List.of(config.keyArn()), config.keyLife());
        return new AwsUnderTest(LocalClients.shared(), moved, false);
    }

    @Override
    public DepartureLog departures() {
        return sessions.departures();
    }

    @Override
    public void close() {
        if (owner) {
            LocalTables.drop(dynamoDb(), config.prefix(), SessionTables.ALL);
        }
        clients.close();
    }
}
