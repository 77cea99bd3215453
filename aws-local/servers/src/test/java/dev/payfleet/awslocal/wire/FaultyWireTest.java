package dev.payfleet.awslocal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.payfleet.awslocal.Clients;
import dev.payfleet.awslocal.LocalAws;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkGlobalTime;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.InternalServerErrorException;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.s3.S3Client;

/// What goes wrong between DynamoDB or S3 and their real clients.
class FaultyWireTest {
    private static final String TABLE = "t-" + UUID.randomUUID();
    private static final String BUCKET = "b-" + UUID.randomUUID();
    private static final int UPLOAD_BYTES = 2_000_000;

    private static DynamoDbClient direct;

    @BeforeAll
    static void create() {
        direct = Clients.dynamoDb(LocalAws.shared().dynamoDb());
        direct.createTable(create -> create.tableName(TABLE)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(AttributeDefinition.builder()
                        .attributeName("pk")
                        .attributeType(ScalarAttributeType.S)
                        .build())
                .keySchema(KeySchemaElement.builder()
                        .attributeName("pk")
                        .keyType(KeyType.HASH)
                        .build()));
        try (S3Client s3 = Clients.s3(LocalAws.shared().s3())) {
            s3.createBucket(make -> make.bucket(BUCKET));
        }
    }

    @AfterAll
    static void close() {
        direct.close();
    }

    @Test
    void without_a_script_signed_requests_of_any_size_pass() {
        byte[] upload = new byte[UPLOAD_BYTES];
        new Random(1).nextBytes(upload);
        try (FaultyWire wire = FaultyWire.before(LocalAws.shared().s3());
                S3Client s3 = Clients.s3(wire.uri())) {
            s3.putObject(put -> put.bucket(BUCKET).key("a/large"), RequestBody.fromBytes(upload));

            assertThat(s3.headObject(head -> head.bucket(BUCKET).key("a/large")).contentLength())
                    .isEqualTo(UPLOAD_BYTES);
            assertThat(s3.getObjectAsBytes(get -> get.bucket(BUCKET).key("a/large"))
                            .asByteArray())
                    .isEqualTo(upload);
            assertThat(wire.seen())
                    .extracting(WireRequest::operation)
                    .containsExactly("PUT object", "HEAD object", "GET object");
        }
    }

    @Test
    void a_client_that_retries_gets_through_throttling() {
        try (FaultyWire wire = wire();
                DynamoDbClient client = Clients.dynamoDb(wire.uri())) {
            wire.next("PutItem", Fault.throttled(), Fault.unavailable(), Fault.pass());
            put(client, "throttled");

            assertThat(exists("throttled")).isTrue();
            assertThat(wire.seen("PutItem")).hasSize(3);
            assertThat(wire.reached("PutItem")).hasSize(1);
            assertThat(wire.left()).isZero();
        }
    }

    @Test
    void a_reset_before_the_server_saw_it_leaves_nothing_done() {
        try (FaultyWire wire = wire();
                DynamoDbClient client = impatient(wire)) {
            wire.next("PutItem", Fault.cutBefore());

            assertThatThrownBy(() -> put(client, "before")).isInstanceOf(SdkClientException.class);
            assertThat(exists("before")).isFalse();
        }
    }

    @Test
    void a_reset_after_the_server_acted_is_done_and_not_told() {
        try (FaultyWire wire = wire();
                DynamoDbClient client = impatient(wire)) {
            wire.next("PutItem", Fault.cutAfter());

            assertThatThrownBy(() -> put(client, "after")).isInstanceOf(SdkClientException.class);
            assertThat(exists("after")).isTrue();
        }
    }

    @Test
    void a_retry_of_what_was_done_and_not_told_meets_its_own_write() {
        try (FaultyWire wire = wire();
                DynamoDbClient client = Clients.dynamoDb(wire.uri())) {
            wire.next("PutItem", Fault.cutAfter());

            assertThatThrownBy(() -> putNew(client, "own")).isInstanceOf(ConditionalCheckFailedException.class);
            assertThat(wire.reached("PutItem")).hasSize(2);
        }
    }

    @Test
    void an_error_after_the_server_acted_is_done_as_well() {
        try (FaultyWire wire = wire();
                DynamoDbClient client = impatient(wire)) {
            wire.next("PutItem", Fault.internalErrorAfterActing());

            assertThatThrownBy(() -> put(client, "lied")).isInstanceOf(InternalServerErrorException.class);
            assertThat(exists("lied")).isTrue();
        }
    }

    @Test
    void an_answer_that_breaks_off_is_no_answer() {
        put(direct, "torn");
        try (FaultyWire wire = wire();
                DynamoDbClient client = impatient(wire)) {
            wire.next("GetItem", Fault.cutWithinAnswer());

            assertThatThrownBy(() ->
                            client.getItem(get -> get.tableName(TABLE).key(Map.of("pk", AttributeValue.fromS("torn")))))
                    .isInstanceOf(SdkException.class);
        }
    }

    @Test
    void a_slow_answer_outlasts_the_clients_patience_and_the_server_has_acted() {
        try (FaultyWire wire = wire();
                DynamoDbClient client = Clients.impatient(DynamoDbClient.builder(), wire.uri())
                        .overrideConfiguration(override -> override.apiCallTimeout(Duration.ofSeconds(1)))
                        .build()) {
            wire.every("PutItem", Fault.slow(Duration.ofMinutes(1)));

            assertThatThrownBy(() -> put(client, "slow"))
                    .isInstanceOfAny(ApiCallTimeoutException.class, ApiCallAttemptTimeoutException.class);
            assertThat(exists("slow")).isTrue();
        }
    }

    @Test
    void a_request_that_is_held_back_arrives_after_later_ones() throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        try (FaultyWire wire = wire();
                DynamoDbClient client = Clients.dynamoDb(wire.uri())) {
            wire.next("PutItem", Fault.heldBack(gate));
            CompletableFuture<Void> stale = CompletableFuture.runAsync(() -> putNew(client, "held"));
            while (wire.seen("PutItem").isEmpty()) {
                Thread.onSpinWait();
            }
            put(direct, "held");
            gate.countDown();

            assertThatThrownBy(() -> stale.get(20, TimeUnit.SECONDS))
                    .hasCauseInstanceOf(ConditionalCheckFailedException.class);
        }
    }

    @Test
    void a_request_that_is_sent_twice_is_answered_the_second_time() {
        try (FaultyWire wire = wire();
                DynamoDbClient client = impatient(wire)) {
            wire.next("PutItem", Fault.sentTwice());

            assertThatThrownBy(() -> putNew(client, "twice")).isInstanceOf(ConditionalCheckFailedException.class);
            assertThat(wire.seen("PutItem")).hasSize(1);
            assertThat(wire.reached("PutItem")).hasSize(2);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {3600, -3600})
    void a_client_whose_clock_is_wrong_sets_it_by_the_servers(long seconds) {
        Duration ahead = Duration.ofSeconds(seconds);
        try (FaultyWire wire = wire();
                DynamoDbClient client = Clients.dynamoDb(wire.uri())) {
            wire.next("PutItem", Fault.clockSkewed(ahead));
            put(client, "skewed");

            assertThat(wire.seen("PutItem")).hasSize(2);
            assertSignedAt(Instant.now(), wire.seen("PutItem").getFirst());
            assertSignedAt(Instant.now().plus(ahead), wire.seen("PutItem").getLast());
        } finally {
            SdkGlobalTime.setGlobalTimeOffset(0);
        }
    }

    @Test
    void calm_forgets_the_script() {
        try (FaultyWire wire = wire();
                DynamoDbClient client = impatient(wire)) {
            wire.next("PutItem", Fault.cutBefore());
            wire.every(_ -> true, Fault.unavailable());
            wire.calm();
            put(client, "calm");

            assertThat(exists("calm")).isTrue();
            wire.forget();
            assertThat(wire.seen()).isEmpty();
        }
    }

    @Test
    void a_closed_wire_leads_nowhere() {
        FaultyWire wire = wire();
        try (DynamoDbClient client = impatient(wire)) {
            put(client, "open");
            wire.close();

            assertThatThrownBy(() -> put(client, "closed")).isInstanceOf(SdkClientException.class);
            assertThat(exists("closed")).isFalse();
        }
    }

    private static FaultyWire wire() {
        return FaultyWire.before(LocalAws.shared().dynamoDb());
    }

    private static DynamoDbClient impatient(FaultyWire wire) {
        return Clients.impatient(DynamoDbClient.builder(), wire.uri()).build();
    }

    private static void put(DynamoDbClient client, String key) {
        client.putItem(put -> put.tableName(TABLE).item(Map.of("pk", AttributeValue.fromS(key))));
    }

    private static void putNew(DynamoDbClient client, String key) {
        client.putItem(put -> put.tableName(TABLE)
                .item(Map.of("pk", AttributeValue.fromS(key)))
                .conditionExpression("attribute_not_exists(pk)"));
    }

    private static boolean exists(String key) {
        return direct.getItem(
                        get -> get.tableName(TABLE).consistentRead(true).key(Map.of("pk", AttributeValue.fromS(key))))
                .hasItem();
    }

    private static void assertSignedAt(Instant expected, WireRequest request) {
        Instant signed = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'")
                .withZone(ZoneOffset.UTC)
                .parse(request.header("X-Amz-Date").orElseThrow(), Instant::from);
        assertThat(signed).isCloseTo(expected, within(1, ChronoUnit.MINUTES));
    }
}
