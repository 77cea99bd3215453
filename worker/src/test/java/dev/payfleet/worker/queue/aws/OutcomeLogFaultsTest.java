package dev.payfleet.worker.queue.aws;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.payfleet.aws.AwsClients;
import dev.payfleet.aws.AwsService;
import dev.payfleet.aws.Patience;
import dev.payfleet.awslocal.LocalAws;
import dev.payfleet.awslocal.wire.Answer;
import dev.payfleet.awslocal.wire.Fault;
import dev.payfleet.awslocal.wire.FaultyWire;
import dev.payfleet.session.StoreUnavailableException;
import dev.payfleet.worker.queue.LoggedOutcome;
import dev.payfleet.worker.queue.MessageBody;
import dev.payfleet.worker.queue.OutcomeCursor;
import dev.payfleet.worker.queue.OutcomeLog;
import dev.payfleet.worker.queue.OutcomePage;
import dev.payfleet.worker.queue.SettableClock;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// The log when the wire to DynamoDB fails, and when several processes write with clocks that disagree.
class OutcomeLogFaultsTest {

    private static final UUID JOB = UUID.fromString("6f1c3a52-6f8e-4b62-9a57-0c6b1d1d5a01");
    private static final int SHARDS = 4;

    private static final Patience PATIENCE =
            new Patience(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(20));

    private LocalDeployment deployment;
    private FaultyWire wire;
    private AwsClients clients;
    private DynamoOutcomeLog log;

    @BeforeEach
    void open() {
        deployment = new LocalDeployment(1);
        wire = FaultyWire.before(LocalAws.shared().dynamoDb());
        clients = LocalDeployment.clients(LocalAws.shared().sqs(), wire.uri(), PATIENCE);
        DynamoDbClient client =
                clients.configure(DynamoDbClient.builder(), AwsService.DYNAMODB).build();
        log = DynamoOutcomeLog.open(client, deployment.prefix(), Clock.systemUTC(), SHARDS);
    }

    @AfterEach
    void close() {
        log.close();
        clients.close();
        wire.close();
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
    void keeps_an_event_once_and_says_so(String name, Fault fault) throws InterruptedException {
        wire.next("TransactWriteItems", fault);
        assertThat(log.publish(JOB, false, MessageBody.of("later"))).isTrue();
        wire.next("TransactWriteItems", fault);
        assertThat(log.publish(JOB, true, MessageBody.of("done"))).isTrue();

        assertThat(log.publish(JOB, true, MessageBody.of("once more"))).isFalse();
        assertThat(log.of(JOB)).extracting(LoggedOutcome::terminal).containsExactly(false, true);
        assertThat(events(log.since(OutcomeCursor.START, 10, Duration.ZERO))).containsExactly("later", "done");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faultsThatPass")
    void reads_every_event_once(String name, Fault fault) throws InterruptedException {
        log.publish(JOB, false, MessageBody.of("later"));
        log.publish(JOB, true, MessageBody.of("done"));
        wire.next("BatchGetItem", fault);
        wire.next("Query", fault);

        assertThat(events(log.since(OutcomeCursor.START, 10, Duration.ZERO))).containsExactly("later", "done");
    }

    @Test
    void keeps_nothing_of_an_event_that_was_not_written() throws InterruptedException {
        wire.every("TransactWriteItems", Fault.credentialsExpired());

        assertThatThrownBy(() -> log.publish(JOB, true, MessageBody.of("done")))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageStartingWith("DynamoDB TransactWriteItems")
                .hasMessageNotContaining("done");

        wire.calm();
        assertThat(log.terminal(JOB)).isEmpty();
        assertThat(log.since(OutcomeCursor.START, 10, Duration.ZERO).events()).isEmpty();
        assertThat(log.publish(JOB, true, MessageBody.of("done"))).isTrue();
    }

    @Test
    void asks_again_for_shards_that_dynamodb_left_out() throws InterruptedException {
        log.publish(JOB, true, MessageBody.of("done"));
        wire.next(
                "BatchGetItem",
                Fault.answered(request -> Answer.json("{\"Responses\":{},"
                        + request.text().substring(1).replace("RequestItems", "UnprocessedKeys"))));

        assertThat(events(log.since(OutcomeCursor.START, 10, Duration.ZERO))).containsExactly("done");
        assertThat(wire.seen("BatchGetItem")).hasSize(2);
    }

    @Test
    void misses_nothing_of_processes_whose_clocks_disagree() throws Exception {
        List<OutcomeLog> processes = List.of(
                process(Clock.offset(Clock.systemUTC(), Duration.ofMinutes(10))),
                process(Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-10))),
                process(Clock.systemUTC()));
        int each = 20;
        List<LoggedOutcome> read = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> writers = new ArrayList<>();
            for (int i = 0; i < processes.size(); i++) {
                long process = i;
                writers.add(threads.submit(() -> publish(processes.get((int) process), process, each)));
            }
            OutcomeCursor cursor = OutcomeCursor.START;
            while (read.size() < each * processes.size()) {
                OutcomePage page = log.since(cursor, 5, Duration.ofSeconds(20));
                assertThat(page.events()).isNotEmpty();
                read.addAll(page.events());
                cursor = page.next();
            }
            for (Future<Integer> writer : writers) {
                assertThat(writer.get(20, SECONDS)).isEqualTo(each);
            }
        }

        assertThat(read).extracting(LoggedOutcome::jobId).doesNotHaveDuplicates();
    }

    @Test
    void serves_no_event_that_has_outlived_its_time() throws InterruptedException {
        SettableClock clock = SettableClock.atSomeMoment();
        OutcomeLog late = process(clock);
        late.publish(JOB, true, MessageBody.of("old"));
        clock.pass(QueueTables.LIFE);

        assertThat(late.terminal(JOB)).isEmpty();
        assertThat(late.of(JOB)).isEmpty();
        assertThat(late.since(OutcomeCursor.START, 10, Duration.ZERO).events()).isEmpty();
        clock.pass(Duration.ofSeconds(1));
        assertThat(late.publish(JOB, true, MessageBody.of("new"))).isTrue();
        assertThat(events(late.since(OutcomeCursor.START, 10, Duration.ZERO))).containsExactly("new");
    }

    private static int publish(OutcomeLog process, long which, int each) {
        int kept = 0;
        for (int i = 0; i < each; i++) {
            kept += process.publish(new UUID(which, i), true, MessageBody.of("event")) ? 1 : 0;
        }
        return kept;
    }

    private OutcomeLog process(InstantSource clock) {
        return DynamoOutcomeLog.open(deployment.dynamoDb(), deployment.prefix(), clock, SHARDS);
    }

    private static List<String> events(OutcomePage page) {
        return page.events().stream()
                .map(event -> new String(event.event().bytes(), StandardCharsets.UTF_8))
                .toList();
    }
}
