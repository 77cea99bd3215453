package dev.payfleet.worker.queue.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.payfleet.aws.AwsClients;
import dev.payfleet.aws.AwsService;
import dev.payfleet.aws.Patience;
import dev.payfleet.awslocal.LocalAws;
import dev.payfleet.awslocal.wire.Answer;
import dev.payfleet.awslocal.wire.Fault;
import dev.payfleet.awslocal.wire.FaultyWire;
import dev.payfleet.worker.queue.DeadLetter;
import dev.payfleet.worker.queue.Delivery;
import dev.payfleet.worker.queue.MessageBody;
import dev.payfleet.worker.queue.NewMessage;
import dev.payfleet.worker.queue.SettableClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/// What is set aside: where it lies, how long, and what becomes of it.
class SqsQueueDeskTest {

    private static final Duration VISIBILITY = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofSeconds(5);

    private static final Pattern ENTRY = Pattern.compile("\"Id\":\"([^\"]+)\"");

    private final SettableClock clock = new SettableClock(Instant.now());
    private LocalDeployment deployment;
    private FaultyWire sqs;
    private AwsClients clients;
    private SqsJobQueue queue;
    private SqsQueueDesk desk;

    @BeforeEach
    void open() {
        deployment = new LocalDeployment(1);
        sqs = FaultyWire.before(LocalAws.shared().sqs());
        clients = LocalDeployment.clients(sqs.uri(), LocalAws.shared().dynamoDb(), Patience.USUAL);
        queue = deployment.queue(Clock.systemUTC());
        desk = SqsQueueDesk.open(
                clients.configure(SqsClient.builder(), AwsService.SQS).build(),
                deployment.dynamoDb(),
                deployment.prefix(),
                clock);
    }

    @AfterEach
    void close() {
        queue.close();
        clients.close();
        sqs.close();
        deployment.close();
    }

    @Test
    void shows_what_sqs_itself_set_aside_and_counts_it_before_anybody_looks() throws InterruptedException {
        receiveTooOften("anna", "job-1");
        receiveTooOften("anna", "job-2");

        assertThat(desk.depths().dead()).isEqualTo(2);
        assertThat(desk.deadLetters(10))
                .allSatisfy(letter -> assertThat(letter.reason()).isEqualTo(DeadLetter.RECEIVED_TOO_OFTEN))
                .extracting(DeadLetter::deduplicationId)
                .containsExactly("job-2", "job-1");
        assertThat(desk.depths().dead()).isEqualTo(2);
        assertThat(desk.redriveAll()).isEqualTo(2);
        assertThat(desk.depths().dead()).isZero();
        assertThat(one().body()).isEqualTo(MessageBody.of("job-1"));
    }

    @Test
    void lists_a_dead_letter_once_that_could_not_be_taken_off_its_queue() throws InterruptedException {
        receiveTooOften("anna", "job-1");
        sqs.every("DeleteMessageBatch", Fault.answered(request -> noneDeleted(request.text())));

        assertThat(desk.deadLetters(10)).hasSize(1);
        assertThat(sqs.seen("DeleteMessageBatch")).hasSize(1);
        assertThat(desk.deadLetters(10)).hasSize(1);
    }

    @Test
    void takes_all_dead_letters_off_their_queue_although_one_fails_at_first() throws InterruptedException {
        receiveTooOften("anna", "job-1");
        sqs.next("DeleteMessageBatch", Fault.cutAfter(), Fault.throttled());

        assertThat(desk.deadLetters(10)).hasSize(1);
    }

    @Test
    void keeps_the_reason_that_a_worker_gave() {
        DeadLetterTable letters = new DeadLetterTable(deployment.dynamoDb(), deployment.prefix(), clock);
        SqsMessage message = SqsMessage.of(Message.builder()
                .messageId("the-message")
                .receiptHandle("the-handle")
                .body("job-1")
                .build());

        letters.put(message.dead(1, "adapter_broken", clock.instant()), "1");
        letters.putIfAbsent(message.dead(1, DeadLetter.RECEIVED_TOO_OFTEN, clock.instant()), "1");

        assertThat(letters.latest(10)).extracting(DeadLetter::reason).containsExactly("adapter_broken");
    }

    @Test
    void sends_a_dead_letter_again_once_when_the_first_time_was_cut_short() throws InterruptedException {
        String id = kill("anna", "job-1").id();
        sqs.next("SendMessage", Fault.cutAfter());

        assertThat(desk.redrive(id)).isTrue();

        queue.complete(one().receipt());
        assertThat(queue.receive(1, VISIBILITY, Duration.ZERO)).isEmpty();
    }

    @Test
    void shows_the_latest_first_over_several_days_and_no_more_than_wanted() {
        DeadLetterTable letters = new DeadLetterTable(deployment.dynamoDb(), deployment.prefix(), clock);
        for (int day = 0; day < 4; day++) {
            letters.put(letter("letter-" + day), "1");
            clock.pass(Duration.ofDays(1));
        }

        assertThat(desk.deadLetters(3)).extracting(DeadLetter::id).containsExactly("letter-3", "letter-2", "letter-1");
        assertThat(letters.oldest())
                .extracting(DeadLetter::id)
                .startsWith("letter-0")
                .hasSize(4);
    }

    @Test
    void shows_nothing_that_has_outlived_its_time() {
        DeadLetterTable letters = new DeadLetterTable(deployment.dynamoDb(), deployment.prefix(), clock);
        letters.put(letter("old"), "1");
        clock.pass(QueueTables.LIFE.plusSeconds(1));

        assertThat(desk.deadLetters(10)).isEmpty();
        assertThat(desk.depths().dead()).isZero();
        assertThat(desk.redrive("old")).isFalse();
    }

    private DeadLetter letter(String id) {
        return new DeadLetter(
                id, "anna", id, MessageBody.of("{}"), 1, "for the test", clock.instant(), clock.instant());
    }

    private static Answer noneDeleted(String request) {
        Matcher id = ENTRY.matcher(request);
        assertThat(id.find()).isTrue();
        return Answer.json(
                "{\"Successful\":[],\"Failed\":[{\"Id\":\"%s\",\"Code\":\"InternalError\",\"SenderFault\":false}]}"
                        .formatted(id.group(1)));
    }

    private DeadLetter kill(String group, String name) throws InterruptedException {
        send(group, name);
        queue.deadLetter(one().receipt(), "for the test");
        return desk.deadLetters(1).getFirst();
    }

    /// Once is too often here, and it shows when it is looked for again.
    private void receiveTooOften(String group, String name) throws InterruptedException {
        send(group, name);
        queue.delay(one().receipt(), Duration.ZERO);
        assertThat(queue.receive(1, VISIBILITY, Duration.ZERO)).isEmpty();
    }

    private void send(String group, String name) {
        queue.send(NewMessage.of(group, name, MessageBody.of(name)));
    }

    private Delivery one() throws InterruptedException {
        return queue.receive(1, VISIBILITY, POLL).getFirst().first();
    }
}
