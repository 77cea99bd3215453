package dev.payfleet.worker;

import dev.payfleet.aws.AwsAccess;
import dev.payfleet.aws.AwsClients;
import dev.payfleet.aws.AwsService;
import dev.payfleet.aws.LocalTables;
import dev.payfleet.aws.TableShape;
import dev.payfleet.awslocal.LocalAws;
import dev.payfleet.awslocal.wire.Answer;
import dev.payfleet.awslocal.wire.BucketSettings;
import dev.payfleet.awslocal.wire.Fault;
import dev.payfleet.awslocal.wire.FaultyWire;
import dev.payfleet.cache.aws.AwsResults;
import dev.payfleet.session.aws.AwsSessions;
import dev.payfleet.session.aws.AwsSessionsConfig;
import dev.payfleet.session.aws.SessionTables;
import dev.payfleet.worker.audit.aws.AuditTables;
import dev.payfleet.worker.grant.aws.GrantTables;
import dev.payfleet.worker.queue.aws.LocalDeployment;
import dev.payfleet.worker.queue.aws.QueueTables;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ExpirationStatus;
import software.amazon.awssdk.services.s3.model.LifecycleRule;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionRule;

/// A whole deployment on this machine's servers, as the stack would make it, and the settings by which a worker
/// finds it. What the servers cannot be asked (a bucket's settings, a table's encryption and recovery) is answered
/// on the wire before them.
final class LocalFleet implements AutoCloseable {
    private static final int MAX_RECEIVES = 100;

    private final LocalDeployment queues = new LocalDeployment(MAX_RECEIVES);
    private final FaultyWire s3Wire = FaultyWire.before(LocalAws.shared().s3());
    private final FaultyWire dynamoDbWire = FaultyWire.before(LocalAws.shared().dynamoDb());
    private final String key = LocalAws.shared().keys().createKey();
    private final String evidence = queues.prefix() + "-evidence";
    private final String results = queues.prefix() + "-results";
    private final AwsClients clients;
    private final S3Client s3;

    LocalFleet() {
        clients = new AwsClients(
                new AwsAccess(
                        LocalAws.REGION,
                        Map.of(
                                AwsService.S3, s3Wire.uri(),
                                AwsService.DYNAMODB, LocalAws.shared().dynamoDb(),
                                AwsService.KMS, LocalAws.shared().kms())),
                StaticCredentialsProvider.create(AwsBasicCredentials.create(LocalAws.ACCESS_KEY, LocalAws.SECRET_KEY)));
        s3 = clients.configure(S3Client.builder(), AwsService.S3)
                .forcePathStyle(true)
                .build();
        tables();
        s3Wire.every(BucketSettings::concerns, Fault.answered(new BucketSettings()));
        bucket(evidence, 5);
        bucket(results, 13);
        AwsSessions.over(clients, new AwsSessionsConfig(prefix(), results, key, AwsSessionsConfig.USUAL_KEY_LIFE))
                .prepare();
    }

    private void tables() {
        DynamoDbClient dynamoDb = queues.dynamoDb();
        LocalTables.create(dynamoDb, prefix(), SessionTables.ALL);
        LocalTables.create(dynamoDb, prefix(), AuditTables.ALL);
        LocalTables.create(dynamoDb, prefix(), GrantTables.ALL);
        shapes().forEach(shape -> shape.timeToLive()
                .ifPresent(attribute -> dynamoDb.updateTimeToLive(request -> request.tableName(shape.nameIn(prefix()))
                        .timeToLiveSpecification(on -> on.enabled(true).attributeName(attribute)))));
        dynamoDbWire.every("DescribeTable", Fault.answered(Answer.json(encrypted())));
        shapes().forEach(shape -> dynamoDbWire.every(
                request -> request.operation().equals("DescribeContinuousBackups")
                        && request.text().contains("\"" + shape.nameIn(prefix()) + "\""),
                Fault.answered(Answer.json(recovery(shape)))));
    }

    private static String recovery(TableShape shape) {
        return """
                {"ContinuousBackupsDescription": {"ContinuousBackupsStatus": "ENABLED",
                 "PointInTimeRecoveryDescription": {"PointInTimeRecoveryStatus": "%s"}}}""".formatted(shape.recoverable() ? "ENABLED" : "DISABLED");
    }

    private void bucket(String name, int days) {
        s3.createBucket(create -> create.bucket(name));
        s3.putPublicAccessBlock(put -> put.bucket(name)
                .publicAccessBlockConfiguration(block -> block.blockPublicAcls(true)
                        .ignorePublicAcls(true)
                        .blockPublicPolicy(true)
                        .restrictPublicBuckets(true)));
        ServerSideEncryptionRule encrypted = ServerSideEncryptionRule.builder()
                .applyServerSideEncryptionByDefault(usual ->
                        usual.sseAlgorithm(ServerSideEncryption.AWS_KMS).kmsMasterKeyID(key))
                .build();
        s3.putBucketEncryption(put ->
                put.bucket(name).serverSideEncryptionConfiguration(configuration -> configuration.rules(encrypted)));
        forgetAfter(name, days);
        s3.putBucketPolicy(put -> put.bucket(name).policy(tlsAlone(name)));
    }

    private static String tlsAlone(String bucket) {
        return """
                {"Statement": [{"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "arn:aws:s3:::%s/*",
                 "Condition": {"Bool": {"aws:SecureTransport": "false"}}}]}""".formatted(bucket);
    }

    private String encrypted() {
        return """
                {"Table": {"SSEDescription": {"Status": "ENABLED", "SSEType": "KMS", "KMSMasterKeyArn": "%s"}}}""".formatted(key);
    }

    private void forgetAfter(String name, int days) {
        LifecycleRule forgets = LifecycleRule.builder()
                .id("forgets")
                .status(ExpirationStatus.ENABLED)
                .filter(all -> all.prefix(""))
                .expiration(end -> end.days(days))
                .build();
        s3.putBucketLifecycleConfiguration(
                put -> put.bucket(name).lifecycleConfiguration(configuration -> configuration.rules(forgets)));
    }

    /// Breaks the promise of five days.
    void keepEvidenceFor(int days) {
        forgetAfter(evidence, days);
    }

    /// What a worker has to be told, credentials included.
    Map<String, String> settings(Path grantKeys, String issuer) {
        return Map.ofEntries(
                Map.entry("PAYFLEET_ENGINE", "aws"),
                Map.entry("PAYFLEET_AWS_REGION", LocalAws.REGION),
                Map.entry("PAYFLEET_AWS_PREFIX", prefix()),
                Map.entry("PAYFLEET_AWS_EVIDENCE_BUCKET", evidence),
                Map.entry("PAYFLEET_AWS_RESULTS_BUCKET", results),
                Map.entry("PAYFLEET_AWS_KMS_KEY", key),
                Map.entry("PAYFLEET_AWS_SQS_ENDPOINT", LocalAws.shared().sqs().toString()),
                Map.entry("PAYFLEET_AWS_DYNAMODB_ENDPOINT", dynamoDbWire.uri().toString()),
                Map.entry("PAYFLEET_AWS_S3_ENDPOINT", s3Wire.uri().toString()),
                Map.entry("PAYFLEET_AWS_KMS_ENDPOINT", LocalAws.shared().kms().toString()),
                Map.entry("PAYFLEET_GRANT_KEYS", grantKeys.toAbsolutePath().toString()),
                Map.entry("PAYFLEET_GRANT_ISSUER", issuer),
                Map.entry("AWS_ACCESS_KEY_ID", LocalAws.ACCESS_KEY),
                Map.entry("AWS_SECRET_ACCESS_KEY", LocalAws.SECRET_KEY));
    }

    /// How many items each table holds that are not about jobs.
    Map<String, Integer> records() {
        return Map.of(
                "connections", count(SessionTables.CONNECTIONS),
                "sessions", count(SessionTables.SESSIONS),
                "results", count(AwsResults.TABLE));
    }

    /// The names of all objects in both buckets.
    List<String> objects() {
        return Stream.of(evidence, results)
                .flatMap(bucket -> s3.listObjectsV2(list -> list.bucket(bucket)).contents().stream())
                .map(object -> object.key())
                .toList();
    }

    private int count(TableShape shape) {
        return queues.dynamoDb()
                .scan(scan -> scan.tableName(shape.nameIn(prefix())).consistentRead(true))
                .count();
    }

    private static Stream<TableShape> shapes() {
        return Stream.of(SessionTables.ALL, QueueTables.ALL, AuditTables.ALL, GrantTables.ALL)
                .flatMap(List::stream);
    }

    private String prefix() {
        return queues.prefix();
    }

    @Override
    public void close() {
        LocalTables.drop(queues.dynamoDb(), prefix(), SessionTables.ALL);
        LocalTables.drop(queues.dynamoDb(), prefix(), AuditTables.ALL);
        LocalTables.drop(queues.dynamoDb(), prefix(), GrantTables.ALL);
        queues.close();
        clients.close();
        s3Wire.close();
        dynamoDbWire.close();
    }
}
