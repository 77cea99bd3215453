package dev.payfleet.worker.queue.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.payfleet.aws.AwsClients;
import dev.payfleet.aws.AwsService;
import dev.payfleet.aws.Patience;
import dev.payfleet.awslocal.LocalAws;
import dev.payfleet.awslocal.wire.Fault;
import dev.payfleet.awslocal.wire.FaultyWire;
import dev.payfleet.worker.job.JobOutcome;
import dev.payfleet.worker.job.OutcomeCode;
import dev.payfleet.worker.loop.JobHandling;
import dev.payfleet.worker.loop.ReceiveLoop;
import dev.payfleet.worker.queue.NewMessage;
import dev.payfleet.worker.queue.QueueDepths;
import dev.payfleet.worker.queue.Turn;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/// Jobs from SQS to the outcome log while the wire fails: each is answered once.
@Timeout(120)
class JobsOnAwsTest {

    private static final Duration VISIBILITY = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofSeconds(5);
    private static final Patience PATIENCE =
            new Patience(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(20));

    private final List<UUID> ran = new CopyOnWriteArrayList<>();
    private LocalDeployment deployment;
    private FaultyWire sqs;
    private FaultyWire dynamoDb;
    private AwsClients clients;
    private SqsJobQueue queue;
    private SqsQueueDesk desk;
    private DynamoOutcomeLog outcomes;

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
        outcomes = DynamoOutcomeLog.open(dynamoDbClient, deployment.prefix(), Clock.systemUTC());
        desk = deployment.desk(Clock.systemUTC());
    }

    @AfterEach
    void close() {
        queue.close();
        outcomes.close();
        clients.close();
        sqs.close();
        dynamoDb.close();
        deployment.close();
    }

    @Test
    void answersAJobOnceThatIsDeliveredTwice() throws InterruptedException {
        UUID job = send("ada");
        sqs.next("ReceiveMessage", Fault.deliveredAgain());

        handling(new JobOutcome.Disconnected()).handle(one());
        handling(new JobOutcome.Disconnected()).handle(one());

        assertThat(ran).containsExactly(job);
        assertAnsweredOnce(job);
    }

    @Test
    void answersAJobOnceWhoseMessageCouldNotBeTakenOffTheQueue() throws InterruptedException {
        UUID job = send("ada");
        sqs.every("DeleteMessage", Fault.credentialsExpired());
        handling(new JobOutcome.Disconnected())
                .handle(queue.receive(1, Duration.ofSeconds(1), POLL).getFirst());
        sqs.calm();

        handling(new JobOutcome.Disconnected()).handle(one());

        assertThat(ran).containsExactly(job);
        assertAnsweredOnce(job);
        assertQueueIsEmpty();
    }

    @Test
    void answersAJobAfterTheLogWasAway() throws InterruptedException {
        UUID job = send("ada");
        dynamoDb.every("TransactWriteItems", Fault.credentialsExpired());
        handling(new JobOutcome.Disconnected())
                .handle(queue.receive(1, Duration.ofSeconds(1), POLL).getFirst());
        assertThat(outcomes.terminal(job)).isEmpty();
        dynamoDb.calm();

        handling(new JobOutcome.Disconnected()).handle(one());

        assertAnsweredOnce(job);
        assertQueueIsEmpty();
    }

    @Test
    void keepsTheDeadLetterOfAFailureThatWasAnsweredBeforeTheTableWasAway() throws InterruptedException {
        UUID job = send("ada");
        JobOutcome failed = new JobOutcome.Failed(OutcomeCode.Failure.ADAPTER_BROKEN, null);
        dynamoDb.every("PutItem", Fault.credentialsExpired());
        handling(failed).handle(queue.receive(1, Duration.ofSeconds(1), POLL).getFirst());
        dynamoDb.calm();

        handling(failed).handle(one());

        assertThat(ran).containsExactly(job);
        assertAnsweredOnce(job);
        assertThat(desk.deadLetters(10)).singleElement().satisfies(letter -> {
            assertThat(letter.deduplicationId()).isEqualTo(job.toString());
            assertThat(letter.reason()).isEqualTo("adapter_broken");
        });
        assertQueueIsEmpty();
    }

    @Test
    void goesOnReceivingWhenSqsIsBack() throws InterruptedException {
        UUID job = send("ada");
        sqs.every("ReceiveMessage", Fault.credentialsExpired());
        ReceiveLoop loop = new ReceiveLoop(queue, handling(new JobOutcome.Disconnected()), VISIBILITY, 2);
        Thread runner = Thread.ofPlatform().start(() -> {
            try {
                loop.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        CountDownLatch pause = new CountDownLatch(1);
        while (sqs.seen("ReceiveMessage").size() < 3) {
            boolean _ = pause.await(20, TimeUnit.MILLISECONDS);
        }
        assertThat(runner.isAlive()).isTrue();
        sqs.calm();
        while (outcomes.terminal(job).isEmpty()) {
            boolean _ = pause.await(20, TimeUnit.MILLISECONDS);
        }
        assertThat(loop.drain(Duration.ofSeconds(20))).isTrue();
        runner.join();
        assertAnsweredOnce(job);
    }

    private void assertAnsweredOnce(UUID job) {
        assertThat(outcomes.of(job))
                .singleElement()
                .satisfies(event -> assertThat(event.terminal()).isTrue());
    }

    private void assertQueueIsEmpty() {
        assertThat(desk.depths())
                .extracting(QueueDepths::ready, QueueDepths::inFlight)
                .containsExactly(0L, 0L);
    }

    private UUID send(String connection) {
        UUID job = UUID.randomUUID();
        queue.send(NewMessage.of(connection, job.toString(), AwsJob.disconnect(job, connection)));
        return job;
    }

    private Turn one() throws InterruptedException {
        return queue.receive(1, VISIBILITY, POLL).getFirst();
    }

    private JobHandling handling(JobOutcome outcome) {
        return AwsJob.handling(queue, outcomes, (job, progress) -> {
            ran.add(job.jobId());
            return outcome;
        });
    }
}
