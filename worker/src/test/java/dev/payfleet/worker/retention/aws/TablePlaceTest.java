package dev.payfleet.worker.retention.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.payfleet.aws.TableKey;
import dev.payfleet.aws.TableShape;
import dev.payfleet.worker.retention.BrokenPromise;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// What a table may answer, over the real client.
class TablePlaceTest {
    private static final String KEY = "arn:aws:kms:eu-west-1:000000000000:key/0a1b2c3d-0000-1111-2222-333344445555";
    private static final String TABLE = """
            {"Table": {"TableName": "payfleet-attempts",
             "SSEDescription": {"Status": "%s", "SSEType": "KMS", "KMSMasterKeyArn": "%s"}}}""";
    private static final String BACKUPS = """
            {"ContinuousBackupsDescription": {"ContinuousBackupsStatus": "ENABLED",
             "PointInTimeRecoveryDescription": {"PointInTimeRecoveryStatus": "%s"}}}""";
    private static final String TTL = """
            {"TimeToLiveDescription": {"TimeToLiveStatus": "%s", "AttributeName": "%s"}}""";

    private final ScriptedAws aws = new ScriptedAws();
    private DynamoDbClient dynamoDb;

    @BeforeEach
    void promiseEverything() {
        aws.answers("DescribeTable", 200, TABLE.formatted("ENABLED", KEY))
                .answers("DescribeContinuousBackups", 200, BACKUPS.formatted("ENABLED"))
                .answers("DescribeTimeToLive", 200, TTL.formatted("ENABLED", "expires_at"));
        dynamoDb = DynamoDbClient.builder()
                .region(Region.EU_WEST_1)
                .endpointOverride(aws.uri())
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
                .build();
    }

    @AfterEach
    void close() {
        dynamoDb.close();
        aws.close();
    }

    @Test
    void a_table_as_the_stack_makes_it_is_as_promised() {
        assertThat(broken(Optional.of("expires_at"))).isEmpty();
        assertThat(aws.asked()).containsExactly("DescribeTable", "DescribeContinuousBackups", "DescribeTimeToLive");
    }

    @Test
    void a_table_that_keeps_until_it_is_told_is_not_asked_how_long() {
        aws.answers("DescribeTimeToLive", 200, TTL.formatted("DISABLED", ""));

        assertThat(broken(Optional.empty())).isEmpty();
    }

    static Stream<Arguments> answersThatBreakThePromise() {
        return Stream.of(
                arguments(
                        "DescribeTable",
                        "{\"Table\": {\"TableName\": \"payfleet-attempts\"}}",
                        "encryption: found a key of AWS's own, expected KMS with " + KEY),
                arguments(
                        "DescribeTable",
                        TABLE.formatted("ENABLED", "arn:aws:kms:eu-west-1:000000000000:key/other"),
                        "encryption: found ENABLED KMS with arn:aws:kms:eu-west-1:000000000000:key/other"),
                arguments("DescribeTable", TABLE.formatted("DISABLING", KEY), "encryption: found DISABLING KMS with "),
                arguments(
                        "DescribeContinuousBackups",
                        BACKUPS.formatted("DISABLED"),
                        "point-in-time recovery: found DISABLED, expected ENABLED"),
                arguments(
                        "DescribeTimeToLive",
                        TTL.formatted("DISABLED", "expires_at"),
                        "time to live: found DISABLED on expires_at, expected ENABLED on expires_at"),
                arguments(
                        "DescribeTimeToLive",
                        TTL.formatted("ENABLED", "other"),
                        "time to live: found ENABLED on other, expected ENABLED on expires_at"));
    }

    @ParameterizedTest
    @MethodSource("answersThatBreakThePromise")
    void each_broken_promise_is_told_with_what_was_found(String question, String answer, String words) {
        aws.answers(question, 200, answer);

        assertThat(broken(Optional.of("expires_at")))
                .singleElement()
                .asString()
                .startsWith("table payfleet-attempts, " + words);
    }

    @Test
    void a_table_that_we_may_not_look_at_is_not_known_to_be_as_promised() {
        aws.answers("DescribeTable", 400, "{\"__type\": \"ResourceNotFoundException\", \"message\": \"no\"}");

        assertThat(broken(Optional.of("expires_at")))
                .singleElement()
                .asString()
                .contains("encryption: found no answer (ResourceNotFoundException)");
    }

    @Test
    void a_table_whose_past_would_be_kept_too_long_must_not_be_recoverable() {
        assertThat(broken(Optional.of("expires_at"), false))
                .containsExactly("table payfleet-attempts, point-in-time recovery: found ENABLED, expected DISABLED");

        aws.answers("DescribeContinuousBackups", 200, BACKUPS.formatted("DISABLED"));

        assertThat(broken(Optional.of("expires_at"), false)).isEmpty();
    }

    private List<String> broken(Optional<String> timeToLive) {
        return broken(timeToLive, true);
    }

    private List<String> broken(Optional<String> timeToLive, boolean recoverable) {
        TableShape shape = new TableShape(
                "attempts", TableKey.text("owner"), Optional.empty(), timeToLive, List.of(), recoverable);
        return new TablePlace(dynamoDb, shape, "payfleet", KEY)
                .brokenPromises().stream().map(BrokenPromise::words).toList();
    }
}
