package dev.payfleet.worker.drill.aws;

import dev.payfleet.aws.AwsAccess;
import dev.payfleet.aws.AwsClients;
import dev.payfleet.aws.AwsService;
import dev.payfleet.aws.LocalTables;
import dev.payfleet.aws.Patience;
import dev.payfleet.aws.TableShape;
import dev.payfleet.awslocal.LocalAws;
import dev.payfleet.awslocal.wire.Answer;
import dev.payfleet.awslocal.wire.Fault;
import dev.payfleet.awslocal.wire.FaultyWire;
import dev.payfleet.awslocal.wire.WireRequest;
import dev.payfleet.session.ConnectionKey;
import dev.payfleet.session.Credential;
import dev.payfleet.session.Secret;
import dev.payfleet.session.StoredSession;
import dev.payfleet.session.aws.AwsSessions;
import dev.payfleet.session.aws.AwsSessionsConfig;
import dev.payfleet.session.aws.SessionTables;
import dev.payfleet.worker.audit.aws.AuditTables;
import dev.payfleet.worker.grant.aws.GrantTables;
import dev.payfleet.worker.queue.aws.QueueTables;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The tables and keys of a deployment on this machine's servers, which can be brought back. DynamoDB's own server
/// here can't do that: it is answered on the wire before it, and done by copying the table.
public final class RestorableDeployment implements AutoCloseable {
    /// How old the latest point is.
    public static final Duration LAG = Duration.ofMinutes(4);

    private static final Patience FOR_MAKING_TABLES =
            new Patience(Duration.ofSeconds(2), Duration.ofSeconds(60), Duration.ofSeconds(60));
    private static final Duration SESSION_LIFE = Duration.ofDays(1);
    private static final String ID = "aws.accessKeyId";
    private static final String SECRET = "aws.secretAccessKey";

    private final String prefix = "test-" + UUID.randomUUID();
    private final String sealingKey = LocalAws.shared().keys().createKey();
    private final String storageKey = LocalAws.shared().keys().createKey();
    private final Instant latest = Instant.now().minus(LAG).truncatedTo(ChronoUnit.SECONDS);
    private final FaultyWire wire = FaultyWire.before(LocalAws.shared().dynamoDb());
    private final AwsClients clients;
    private final DynamoDbClient dynamoDb;
    private Loss loss = Loss.NOTHING;

    /// Without branch keys. The engine in this process finds its credentials outside of the settings, as a worker
    /// does.
    public RestorableDeployment() {
        System.setProperty(ID, LocalAws.ACCESS_KEY);
        System.setProperty(SECRET, LocalAws.SECRET_KEY);
        clients = new AwsClients(
                new AwsAccess(
                        LocalAws.REGION,
                        Map.of(
                                AwsService.DYNAMODB, LocalAws.shared().dynamoDb(),
                                AwsService.KMS, LocalAws.shared().kms())),
                StaticCredentialsProvider.create(AwsBasicCredentials.create(LocalAws.ACCESS_KEY, LocalAws.SECRET_KEY)),
                FOR_MAKING_TABLES);
        dynamoDb =
                clients.configure(DynamoDbClient.builder(), AwsService.DYNAMODB).build();
        LocalTables.create(dynamoDb, prefix, shapes());
        wire.every("DescribeContinuousBackups", Fault.answered(_ -> backups()));
        wire.every("RestoreTableToPointInTime", Fault.answered(this::restore));
    }

    /// What is lost on the way back: an item of a table, or something in it.
    public interface Loss
            extends BiFunction<String, List<Map<String, AttributeValue>>, List<Map<String, AttributeValue>>> {
        /// All comes back.
        Loss NOTHING = (_, items) -> items;
    }

    /// Connects people, each with a session.
    public RestorableDeployment with(int people) {
        AwsSessions sessions = sessions();
        sessions.prepare();
        Instant now = Instant.now();
        for (int i = 0; i < people; i++) {
            ConnectionKey key = new ConnectionKey("acme", "c-" + i);
            sessions.connections()
                    .connect(key, "larkspur", new Credential(Secret.of("ada" + i), Secret.of("pass" + i)), now);
            long claim = sessions.sessions().claim(key);
            sessions.sessions().save(key, claim, new StoredSession(Secret.of("{}"), now, now.plus(SESSION_LIFE), null));
        }
        return this;
    }

    public AwsSessions sessions() {
        return AwsSessions.over(
                clients, new AwsSessionsConfig(prefix, prefix, sealingKey, AwsSessionsConfig.USUAL_KEY_LIFE));
    }

    /// From now on, this is lost.
    public void lose(Loss what) {
        loss = what;
    }

    /// Changes the last byte of what is sealed in the first item of a table.
    public static Loss damageIn(TableShape shape) {
        return (table, items) -> table.equals(shape.name())
                ? Stream.concat(
                                Stream.of(damaged(items.getFirst())),
                                items.stream().skip(1))
                        .toList()
                : items;
    }

    private static Map<String, AttributeValue> damaged(Map<String, AttributeValue> item) {
        Map<String, AttributeValue> damaged = new HashMap<>(item);
        damaged.computeIfPresent("sealed", (_, value) -> {
            byte[] bytes = value.b().asByteArray();
            bytes[bytes.length - 1] ^= 1;
            return AttributeValue.fromB(SdkBytes.fromByteArray(bytes));
        });
        return damaged;
    }

    private Answer backups() {
        return Answer.json("""
                {"ContinuousBackupsDescription": {"ContinuousBackupsStatus": "ENABLED",
                 "PointInTimeRecoveryDescription": {"PointInTimeRecoveryStatus": "ENABLED",
                  "EarliestRestorableDateTime": %d, "LatestRestorableDateTime": %d}}}""".formatted(latest.minus(Duration.ofDays(7)).getEpochSecond(), latest.getEpochSecond()));
    }

    private Answer restore(WireRequest request) {
        JsonNode asked = JsonMapper.shared().readTree(request.text());
        String source = asked.get("SourceTableName").stringValue();
        String target = asked.get("TargetTableName").stringValue();
        TableShape shape = shapes().stream()
                .filter(each -> each.nameIn(prefix).equals(source))
                .findFirst()
                .orElseThrow();
        LocalTables.create(
                dynamoDb, target.substring(0, target.length() - shape.nameIn("").length()), List.of(shape));
        List<Map<String, AttributeValue>> items =
                dynamoDb.scanPaginator(scan -> scan.tableName(source)).items().stream()
                        .toList();
        loss.apply(shape.name(), items)
                .forEach(item -> dynamoDb.putItem(put -> put.tableName(target).item(item)));
        return Answer.json(
                "{\"TableDescription\": {\"TableName\": \"%s\", \"TableStatus\": \"CREATING\"}}".formatted(target));
    }

    /// Where the program under test calls DynamoDB.
    public FaultyWire wire() {
        return wire;
    }

    public String prefix() {
        return prefix;
    }

    public String storageKey() {
        return storageKey;
    }

    /// The point that all tables can be brought back at.
    public Instant latest() {
        return latest;
    }

    /// Names of what the drill should have deleted.
    public List<String> scratchTables() {
        return dynamoDb.listTablesPaginator().tableNames().stream()
                .filter(name -> name.startsWith(prefix + "-drill"))
                .toList();
    }

    /// Leaves a scratch table behind, as a drill that is killed does.
    public void leaveBehind(TableShape shape) {
        LocalTables.create(dynamoDb, prefix + "-drill", List.of(shape));
    }

    /// How many items a table in use holds.
    public int count(TableShape shape) {
        return dynamoDb.scan(scan -> scan.tableName(shape.nameIn(prefix)).consistentRead(true))
                .count();
    }

    /// What the program is told. SQS and S3 are left out: neither is needed.
    public Map<String, String> settings() {
        return Map.ofEntries(
                Map.entry("PAYFLEET_ENGINE", "aws"),
                Map.entry("PAYFLEET_AWS_REGION", LocalAws.REGION),
                Map.entry("PAYFLEET_AWS_PREFIX", prefix),
                Map.entry("PAYFLEET_AWS_EVIDENCE_BUCKET", prefix + "-evidence"),
                Map.entry("PAYFLEET_AWS_RESULTS_BUCKET", prefix + "-results"),
                Map.entry("PAYFLEET_AWS_KMS_KEY", sealingKey),
                Map.entry("PAYFLEET_AWS_STORAGE_KEY", storageKey),
                Map.entry("PAYFLEET_AWS_DYNAMODB_ENDPOINT", wire.uri().toString()),
                Map.entry("PAYFLEET_AWS_KMS_ENDPOINT", LocalAws.shared().kms().toString()),
                Map.entry(
                        "PAYFLEET_GRANT_KEYS",
                        Path.of("keys.json").toAbsolutePath().toString()),
                Map.entry("PAYFLEET_GRANT_ISSUER", "https://api.example"));
    }

    private static List<TableShape> shapes() {
        return Stream.of(SessionTables.ALL, QueueTables.ALL, AuditTables.ALL, GrantTables.ALL)
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public void close() {
        LocalTables.drop(dynamoDb, prefix, shapes());
        wire.close();
        clients.close();
        System.clearProperty(ID);
        System.clearProperty(SECRET);
    }
}
