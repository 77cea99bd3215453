package dev.payfleet.worker.queue.aws;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.payfleet.aws.AwsClients;
import dev.payfleet.aws.AwsService;
import dev.payfleet.aws.Patience;
import dev.payfleet.awslocal.LocalAws;
import dev.payfleet.awslocal.wire.Fault;
import dev.payfleet.awslocal.wire.FaultyWire;
import dev.payfleet.worker.job.FetchJob;
import dev.payfleet.worker.job.JobOutcome;
import dev.payfleet.worker.queue.JobQueue;
import dev.payfleet.worker.queue.LoggedOutcome;
import dev.payfleet.worker.queue.NewMessage;
import dev.payfleet.worker.queue.OutcomeCursor;
import dev.payfleet.worker.queue.OutcomePage;
import dev.payfleet.worker.queue.QueueDepths;
import dev.payfleet.worker.queue.Receipt;
import dev.payfleet.worker.queue.Turn;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/// Many workers that crash at every step, on a wire that fails as well. Each worker has a queue of its own, as
/// another process has.
@Timeout(180)
class SqsChaosTest {

    private static final int WORKERS = 4;
    private static final int GROUPS = 6;
    private static final int EACH = 5;
    private static final Duration VISIBILITY = Duration.ofSeconds(2);
    private static final Patience PATIENCE =
            new Patience(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(20));

    private final Map<String, List<Integer>> begun = new ConcurrentHashMap<>();
    private final AtomicInteger crashes = new AtomicInteger();
    private LocalDeployment deployment;
    private FaultyWire sqs;
    private FaultyWire dynamoDb;
    private AwsClients clients;
    private DynamoOutcomeLog outcomes;
    private SqsQueue jobs;

    @BeforeEach
    void open() {
        deployment = new LocalDeployment(FifoQueue.MAX_RECEIVES);
        sqs = FaultyWire.before(LocalAws.shared().sqs());
        dynamoDb = FaultyWire.before(LocalAws.shared().dynamoDb());
        clients = LocalDeployment.clients(sqs.uri(), dynamoDb.uri(), PATIENCE);
        outcomes = deployment.outcomes(Clock.systemUTC());
        jobs = SqsQueue.open(deployment.sqs(), FifoQueue.JOBS, deployment.prefix());
    }

    @AfterEach
    void close() {
        outcomes.close();
        clients.close();
        sqs.close();
        dynamoDb.close();
        deployment.close();
    }

    @Test
    void answers_every_job_once_and_each_group_in_order_although_workers_crash() throws Exception {
        fill();
        fail(sqs, "ReceiveMessage", "DeleteMessage");
        fail(dynamoDb, "TransactWriteItems", "GetItem");
        try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> all = new ArrayList<>();
            for (int i = 0; i < WORKERS; i++) {
                Random dice = new Random(i);
                all.add(workers.submit(() -> work(dice)));
            }
            for (Future<Integer> worker : all) {
                worker.get(150, SECONDS);
            }
        }

        assertThat(crashes.get()).isPositive();
        List<LoggedOutcome> told = read();
        assertThat(told)
                .extracting(LoggedOutcome::jobId)
                .doesNotHaveDuplicates()
                .hasSize(GROUPS * EACH);
        assertThat(told).allMatch(LoggedOutcome::terminal);
        assertThat(begun)
                .hasSize(GROUPS)
                .allSatisfy((group, jobs) -> assertThat(jobs).isSorted());
        assertThat(deployment.desk(Clock.systemUTC()).depths())
                .extracting(QueueDepths::ready, QueueDepths::inFlight, QueueDepths::dead)
                .containsExactly(0L, 0L, 0L);
    }

    private static void fail(FaultyWire wire, String... operations) {
        for (String operation : operations) {
            wire.next(
                    operation,
                    Fault.pass(),
                    Fault.cutAfter(),
                    Fault.pass(),
                    Fault.throttled(),
                    Fault.internalErrorAfterActing(),
                    Fault.pass(),
                    Fault.cutBefore(),
                    Fault.sentTwice());
        }
    }

    private void fill() {
        JobQueue queue = deployment.queue(Clock.systemUTC());
        for (int i = 0; i < EACH; i++) {
            for (int group = 0; group < GROUPS; group++) {
                UUID job = new UUID(group, i);
                String connection = "connection-" + group;
                queue.send(NewMessage.of(connection, job.toString(), AwsJob.disconnect(job, connection)));
            }
        }
        queue.close();
    }

    private int work(Random dice) throws InterruptedException {
        int handled = 0;
        try (SqsJobQueue queue = SqsJobQueue.open(
                clients.configure(SqsClient.builder(), AwsService.SQS).build(),
                dynamoDbClient(),
                deployment.prefix(),
                Clock.systemUTC())) {
            DynamoOutcomeLog log = DynamoOutcomeLog.open(dynamoDbClient(), deployment.prefix(), Clock.systemUTC());
            while (!done()) {
                for (Turn turn : queue.receive(4, VISIBILITY, Duration.ofSeconds(1))) {
                    handle(new Crashing(queue, dice.nextInt(5), crashes), log, turn);
                    handled++;
                }
            }
        }
        return handled;
    }

    private DynamoDbClient dynamoDbClient() {
        return clients.configure(DynamoDbClient.builder(), AwsService.DYNAMODB).build();
    }

    private void handle(Crashing queue, DynamoOutcomeLog log, Turn turn) {
        if (queue.crashesBefore()) {
            return;
        }
        try {
            AwsJob.handling(queue, log, (job, progress) -> {
                        note(job);
                        queue.crashWithin(job, turn);
                        return new JobOutcome.Disconnected();
                    })
                    .handle(turn);
        } catch (Crash e) {
            crashes.incrementAndGet();
        }
    }

    /// The end of a worker, which no handler outlives.
    private static final class Crash extends Error {
        private static final long serialVersionUID = 1L;
    }

    private void note(FetchJob job) {
        begun.computeIfAbsent(job.connectionId(), group -> new CopyOnWriteArrayList<>())
                .add((int) job.jobId().getLeastSignificantBits());
    }

    private boolean done() {
        return jobs
                        .attributes(
                                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE)
                        .values()
                        .stream()
                        .mapToLong(Long::parseLong)
                        .sum()
                == 0;
    }

    private List<LoggedOutcome> read() throws InterruptedException {
        List<LoggedOutcome> read = new ArrayList<>();
        OutcomePage page = outcomes.since(OutcomeCursor.START, 10, Duration.ZERO);
        while (!page.events().isEmpty()) {
            read.addAll(page.events());
            page = outcomes.since(page.next(), 10, Duration.ZERO);
        }
        return read;
    }

    /// A worker that dies: before it begins, after it has answered and before the message is off the queue, or within
    /// a turn of which it has settled a part.
    private record Crashing(JobQueue queue, int when, AtomicInteger crashes) implements JobQueue {

        boolean crashesBefore() {
            return when == 0 && crashes.incrementAndGet() > 0;
        }

        void crashWithin(FetchJob job, Turn turn) {
            boolean isFirst = new String(turn.first().body().bytes(), StandardCharsets.UTF_8)
                    .contains(job.jobId().toString());
            if (when == 2 && !isFirst) {
                throw new Crash();
            }
        }

        @Override
        public boolean complete(Receipt receipt) {
            return when == 1 ? crashes.incrementAndGet() < 0 : queue.complete(receipt);
        }

        @Override
        public void send(NewMessage message) {
            queue.send(message);
        }

        @Override
        public List<Turn> receive(int max, Duration visibility, Duration wait) throws InterruptedException {
            return queue.receive(max, visibility, wait);
        }

        @Override
        public boolean extend(Receipt receipt, Duration visibility) {
            return queue.extend(receipt, visibility);
        }

        @Override
        public boolean delay(Receipt receipt, Duration delay) {
            return queue.delay(receipt, delay);
        }

        @Override
        public boolean deadLetter(Receipt receipt, String reason) {
            return queue.deadLetter(receipt, reason);
        }

        @Override
        public void close() {
            queue.close();
        }
    }
}
