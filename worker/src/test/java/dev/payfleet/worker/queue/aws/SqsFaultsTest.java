package dev.payfleet.worker.queue.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.payfleet.aws.AwsClients;
import dev.payfleet.aws.AwsService;
import dev.payfleet.aws.Patience;
import dev.payfleet.awslocal.LocalAws;
import dev.payfleet.awslocal.wire.Fault;
import dev.payfleet.awslocal.wire.FaultyWire;
import dev.payfleet.awslocal.wire.WireRequest;
import dev.payfleet.session.StoreUnavailableException;
import dev.payfleet.session.StoreUnavailableException.Reason;
import dev.payfleet.worker.queue.DeadLetter;
import dev.payfleet.worker.queue.Delivery;
import dev.payfleet.worker.queue.JobQueue;
import dev.payfleet.worker.queue.MessageBody;
import dev.payfleet.worker.queue.MessageTooLargeException;
import dev.payfleet.worker.queue.NewMessage;
import dev.payfleet.worker.queue.QueueDepths;
import dev.payfleet.worker.queue.Receipt;
import dev.payfleet.worker.queue.Turn;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/// The queue when the wire to SQS and DynamoDB fails: nothing is lost, nothing is done twice.
class SqsFaultsTest {

    private static final Duration VISIBILITY = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofSeconds(5);

    /// Short, so that a slow answer is a lost one.
    private static final Patience PATIENCE =
            new Patience(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(20));

    private LocalDeployment deployment;
    private FaultyWire sqs;
    private FaultyWire dynamoDb;
    private AwsClients clients;
    private SqsJobQueue queue;
    private SqsQueueDesk desk;

    @BeforeEach
    void open() {
        deployment = new LocalDeployment(FifoQueue.MAX_RECEIVES);
        sqs = FaultyWire.before(LocalAws.shared().sqs());
        dynamoDb = FaultyWire.before(LocalAws.shared().dynamoDb());
        clients = LocalDeployment.clients(sqs.uri(), dynamoDb.uri(), PATIENCE);
        SqsClient sqsClient =
                clients.configure(SqsClient.builder(), AwsService.SQS).build();
        DynamoDbClient dynamoDbClient =
                clients.configure(DynamoDbClient.builder(), AwsService.DYNAMODB).build();
        queue = SqsJobQueue.open(sqsClient, dynamoDbClient, deployment.prefix(), Clock.systemUTC());
        desk = deployment.desk(Clock.systemUTC());
    }

    @AfterEach
    void close() {
        queue.close();
        clients.close();
        sqs.close();
        dynamoDb.close();
        deployment.close();
    }

    static List<Arguments> faultsThatPass() {
        Map<String, Fault> faults = Map.of(
                "throttled", Fault.throttled(),
                "500", Fault.internalError(),
                "500 after acting", Fault.internalErrorAfterActing(),
                "503", Fault.unavailable(),
                "cut before", Fault.cutBefore(),
                "cut after", Fault.cutAfter(),
                "cut within the answer", Fault.cutWithinAnswer(),
                "slow", Fault.slow(Duration.ofMillis(1500)),
                "sent twice", Fault.sentTwice());
        return faults.entrySet().stream()
                .map(fault -> Arguments.of(fault.getKey(), fault.getValue()))
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faultsThatPass")
    void sends_a_message_once(String name, Fault fault) throws InterruptedException {
        sqs.next("SendMessage", fault);

        send("anna", "job-1");

        queue.complete(one().receipt());
        assertThat(queue.receive(10, VISIBILITY, Duration.ZERO)).isEmpty();
        assertThat(sqs.left()).isZero();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faultsThatPass")
    void receives_a_message_and_does_not_wait_for_its_visibility(String name, Fault fault) throws InterruptedException {
        send("anna", "job-1");
        sqs.next("ReceiveMessage", fault);

        assertThat(queue.complete(one().receipt())).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faultsThatPass")
    void extends_and_puts_off_what_is_ours(String name, Fault fault) throws InterruptedException {
        send("anna", "job-1");
        Receipt receipt = one().receipt();
        sqs.next("ChangeMessageVisibility", fault);
        assertThat(queue.extend(receipt, VISIBILITY)).isTrue();
        sqs.next("ChangeMessageVisibility", fault);
        assertThat(queue.delay(receipt, Duration.ZERO)).isTrue();

        assertThat(one().group()).isEqualTo("anna");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faultsThatPass")
    void completes_a_message_for_good(String name, Fault fault) throws InterruptedException {
        send("anna", "job-1");
        Receipt receipt = one().receipt();
        sqs.next("DeleteMessage", fault);

        // Whose first try was not answered may be told that there is nothing left to delete.
        boolean _ = queue.complete(receipt);

        assertThat(desk.depths())
                .extracting(QueueDepths::ready, QueueDepths::inFlight)
                .containsExactly(0L, 0L);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faultsThatPass")
    void sets_a_message_aside_once(String name, Fault fault) throws InterruptedException {
        send("anna", "job-1");
        Receipt receipt = one().receipt();
        dynamoDb.next("PutItem", fault);
        sqs.next("DeleteMessage", fault);

        boolean _ = queue.deadLetter(receipt, "for the test");

        assertThat(desk.deadLetters(10)).extracting(DeadLetter::reason).containsExactly("for the test");
        assertThat(desk.depths())
                .extracting(QueueDepths::ready, QueueDepths::inFlight)
                .containsExactly(0L, 0L);
    }

    /// The SDK corrects its clock for the whole JVM, so that each time must differ from the one before, and the
    /// last is the right one.
    @Test
    void goes_by_the_clock_of_sqs_where_ours_is_wrong() throws InterruptedException {
        sqs.next("SendMessage", Fault.clockSkewed(Duration.ofHours(1)));
        send("anna", "job-1");
        sqs.next("ReceiveMessage", Fault.clockSkewed(Duration.ofHours(-1)));
        Receipt receipt = one().receipt();
        sqs.next("ChangeMessageVisibility", Fault.clockSkewed(Duration.ofHours(2)));
        assertThat(queue.extend(receipt, VISIBILITY)).isTrue();
        sqs.next("DeleteMessage", Fault.clockSkewed(Duration.ZERO));
        assertThat(queue.complete(receipt)).isTrue();
    }

    @Test
    void keeps_a_message_that_could_not_be_set_aside() throws InterruptedException {
        send("anna", "job-1");
        Receipt receipt = one().receipt();
        dynamoDb.every("PutItem", Fault.internalError());

        assertThatThrownBy(() -> queue.deadLetter(receipt, "for the test"))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("DynamoDB PutItem");
        assertThat(desk.depths().inFlight()).isEqualTo(1);

        dynamoDb.calm();
        assertThat(queue.deadLetter(receipt, "for the test")).isTrue();
        assertThat(desk.deadLetters(10)).hasSize(1);
    }

    @Test
    void writes_one_dead_letter_for_a_message_that_could_not_be_taken_off_the_queue() throws InterruptedException {
        send("anna", "job-1");
        sqs.every("DeleteMessage", Fault.unavailable());
        Receipt receipt =
                queue.receive(1, Duration.ofSeconds(2), POLL).getFirst().first().receipt();
        assertThatThrownBy(() -> queue.deadLetter(receipt, "the first time"))
                .isInstanceOf(StoreUnavailableException.class);
        sqs.calm();

        assertThat(queue.deadLetter(one().receipt(), "the second time")).isTrue();

        assertThat(desk.deadLetters(10)).extracting(DeadLetter::reason).containsExactly("the second time");
        assertThat(desk.depths())
                .extracting(QueueDepths::ready, QueueDepths::inFlight)
                .containsExactly(0L, 0L);
    }

    @Test
    void works_on_a_delivery_that_comes_twice_once() throws InterruptedException {
        send("anna", "job-1");
        send("ben", "job-2");
        sqs.next("ReceiveMessage", Fault.deliveredAgain());

        assertThat(queue.receive(10, VISIBILITY, POLL))
                .extracting(Turn::group)
                .containsExactlyInAnyOrder("anna", "ben");
    }

    @Test
    void loses_nothing_that_comes_late() throws InterruptedException {
        send("anna", "job-1");
        send("anna", "job-2");
        sqs.next("ReceiveMessage", Fault.deliveredLate());
        assertThat(queue.receive(1, VISIBILITY, Duration.ZERO)).isEmpty();
        assertThat(queue.receive(1, VISIBILITY, Duration.ZERO)).isEmpty();

        Delivery first = one();
        assertThat(first.body()).isEqualTo(MessageBody.of("job-1"));
        assertThat(queue.complete(first.receipt())).isTrue();
        assertThat(one().body()).isEqualTo(MessageBody.of("job-2"));
    }

    @Test
    void says_what_was_refused_and_no_value_when_credentials_have_expired() {
        sqs.every(request -> true, Fault.credentialsExpired());

        assertThatThrownBy(() -> send("anna", "job-1"))
                .isInstanceOfSatisfying(StoreUnavailableException.class, refused -> {
                    assertThat(refused.reason()).isEqualTo(Reason.REFUSED);
                    assertThat(refused)
                            .hasMessageStartingWith("SQS SendMessage")
                            .hasNoCause();
                    assertThat(refused.getMessage()).doesNotContain("anna", "job-1");
                });
        assertThatThrownBy(this::one)
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageStartingWith("SQS ReceiveMessage");
        sqs.calm();
        send("anna", "job-1");
    }

    @Test
    void gives_what_it_has_when_it_cannot_get_more() throws InterruptedException {
        send("anna", "job-1");
        sqs.next("ReceiveMessage", Fault.pass());
        sqs.every("ReceiveMessage", Fault.credentialsExpired());

        assertThat(queue.receive(10, VISIBILITY, POLL)).hasSize(1);
    }

    @Test
    void asks_for_as_many_as_there_is_room_for_and_waits_for_the_first_alone() throws InterruptedException {
        send("anna", "job-1");
        send("anna", "job-2");

        queue.receive(10, VISIBILITY, POLL);

        assertThat(sqs.seen("ReceiveMessage"))
                .extracting(WireRequest::text)
                .satisfiesExactly(
                        first -> assertThat(first)
                                .contains("\"MaxNumberOfMessages\":10")
                                .contains("\"WaitTimeSeconds\":5"),
                        second -> assertThat(second)
                                .contains("\"MaxNumberOfMessages\":8")
                                .contains("\"WaitTimeSeconds\":0"));
    }

    @Test
    void keeps_a_turn_in_order_when_its_return_is_broken_off() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            send("anna", "job-" + i);
        }
        Turn turn = queue.receive(10, Duration.ofSeconds(2), POLL).getFirst();
        sqs.next("ChangeMessageVisibility", Fault.pass());
        sqs.every("ChangeMessageVisibility", Fault.unavailable());

        assertThatThrownBy(() -> queue.delay(turn.first().receipt(), Duration.ZERO))
                .isInstanceOf(StoreUnavailableException.class);
        sqs.calm();

        List<MessageBody> again = new ArrayList<>();
        while (again.size() < 3) {
            for (Turn next : queue.receive(10, VISIBILITY, POLL)) {
                next.deliveries().forEach(delivery -> again.add(delivery.body()));
            }
        }
        assertThat(again).containsExactly(MessageBody.of("job-0"), MessageBody.of("job-1"), MessageBody.of("job-2"));
    }

    @Test
    void sends_nothing_that_is_too_large() {
        MessageBody tooLarge = MessageBody.of(new byte[MessageBody.MAX_BYTES + 1]);

        assertThatThrownBy(() -> queue.send(NewMessage.of("anna", "job-1", tooLarge)))
                .isInstanceOf(MessageTooLargeException.class);

        assertThat(sqs.seen("SendMessage")).isEmpty();
    }

    @Test
    void cuts_a_delay_to_the_longest() throws InterruptedException {
        send("anna", "job-1");

        queue.delay(one().receipt(), Duration.ofDays(3));

        assertThat(sqs.seen("ChangeMessageVisibility"))
                .singleElement()
                .extracting(WireRequest::text)
                .asString()
                .contains("\"VisibilityTimeout\":" + JobQueue.LONGEST_DELAY.toSeconds());
    }

    private void send(String group, String name) {
        queue.send(NewMessage.of(group, name, MessageBody.of(name)));
    }

    private Delivery one() throws InterruptedException {
        return queue.receive(1, VISIBILITY, POLL).getFirst().first();
    }
}
