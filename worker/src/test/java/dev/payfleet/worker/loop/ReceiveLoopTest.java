package dev.payfleet.worker.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.payfleet.sqlite.SqliteFile;
import dev.payfleet.worker.audit.NotedAudit;
import dev.payfleet.worker.job.GrantCheck;
import dev.payfleet.worker.job.JobOutcome;
import dev.payfleet.worker.job.JobStory;
import dev.payfleet.worker.queue.JobQueue;
import dev.payfleet.worker.queue.MessageBody;
import dev.payfleet.worker.queue.NewMessage;
import dev.payfleet.worker.queue.Receipt;
import dev.payfleet.worker.queue.Turn;
import dev.payfleet.worker.queue.embedded.SqliteJobQueue;
import dev.payfleet.worker.queue.embedded.SqliteOutcomeLog;
import dev.payfleet.worker.queue.embedded.SqliteQueueDesk;
import dev.payfleet.worker.wire.JobReader;
import dev.payfleet.worker.wire.OutcomeWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ReceiveLoopTest {
    private static final Duration VISIBILITY = Duration.ofSeconds(30);

    private SqliteFile file;
    private SqliteJobQueue queue;
    private SqliteQueueDesk desk;
    private SqliteOutcomeLog outcomes;

    @BeforeEach
    void open(@TempDir Path home) {
        file = SqliteFile.open(home.resolve("payfleet.db"));
        queue = SqliteJobQueue.open(file, Clock.systemUTC(), 10);
        desk = SqliteQueueDesk.open(file, Clock.systemUTC());
        outcomes = SqliteOutcomeLog.open(file, Clock.systemUTC());
    }

    @AfterEach
    void close() {
        queue.close();
        outcomes.close();
        file.close();
    }

    @Test
    void noMoreJobsAreHeldThanThereIsRoomFor() throws InterruptedException {
        Semaphore go = new Semaphore(0);
        CountDownLatch three = new CountDownLatch(3);
        send(8);
        ReceiveLoop loop = loop(queue, 3, (job, progress) -> {
            three.countDown();
            go.acquireUninterruptibly();
            return new JobOutcome.Disconnected();
        });
        Thread runner = start(loop);
        three.await();
        assertThat(desk.depths().inFlight()).isEqualTo(3);
        go.release(8);
        awaitEmptyQueue();
        end(loop, runner);
    }

    @Test
    void itGoesRoundWhileThereIsNoRoomAsWell() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        Semaphore go = new Semaphore(0);
        send(2);
        ReceiveLoop loop = loop(queue, 1, (job, progress) -> {
            begun.countDown();
            go.acquireUninterruptibly();
            return new JobOutcome.Disconnected();
        });
        Thread runner = start(loop);
        begun.await();
        long before = loop.turns();
        while (loop.turns() < before + 2) {
            Thread.onSpinWait();
        }
        go.release(2);
        awaitEmptyQueue();
        end(loop, runner);
    }

    @Test
    void afterAStopWhatIsInFlightGoesOnAndNothingElseBegins() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        Semaphore go = new Semaphore(0);
        send(5);
        ReceiveLoop loop = loop(queue, 1, (job, progress) -> {
            begun.countDown();
            go.acquireUninterruptibly();
            return new JobOutcome.Disconnected();
        });
        Thread runner = start(loop);
        begun.await();
        loop.stop();
        go.release();
        runner.join();
        assertThat(loop.drain(Duration.ofSeconds(10))).isTrue();
        assertThat(desk.depths().ready()).isEqualTo(4);
        assertThat(desk.depths().inFlight()).isZero();
    }

    @Test
    void aReceiveThatFailsIsTriedAgain() throws InterruptedException {
        send(1);
        ReceiveLoop loop = loop(new FailingAtFirst(queue, 1), 1, (job, progress) -> new JobOutcome.Disconnected());
        Thread runner = start(loop);
        awaitEmptyQueue();
        end(loop, runner);
    }

    @Test
    void aQueueThatIsAwayForLongIsTriedUntilItIsBack() throws InterruptedException {
        send(1);
        ReceiveLoop loop = new ReceiveLoop(
                new FailingAtFirst(queue, 20),
                handling(queue, (job, progress) -> new JobOutcome.Disconnected()),
                VISIBILITY,
                1,
                failures -> (long) failures);
        Thread runner = start(loop);
        awaitEmptyQueue();
        end(loop, runner);
    }

    @Test
    void aStopEndsThePauseAfterAFailure() throws InterruptedException {
        CountDownLatch paused = new CountDownLatch(1);
        ReceiveLoop loop = new ReceiveLoop(
                new FailingAtFirst(queue, 1),
                handling(queue, (job, progress) -> new JobOutcome.Disconnected()),
                VISIBILITY,
                1,
                failures -> {
                    paused.countDown();
                    return Duration.ofHours(1).toMillis();
                });
        Thread runner = start(loop);
        paused.await();
        end(loop, runner);
        assertThat(runner.isAlive()).isFalse();
    }

    @RepeatedTest(20)
    void pausesGrowFromASecondToHalfAMinute() {
        assertThat(ReceiveLoop.PAUSES.apply(1)).isBetween(500L, 1_500L);
        assertThat(ReceiveLoop.PAUSES.apply(4)).isBetween(4_000L, 12_000L);
        assertThat(ReceiveLoop.PAUSES.apply(1_000)).isBetween(15_000L, 30_000L);
    }

    private void send(int jobs) {
        for (int i = 0; i < jobs; i++) {
            UUID id = UUID.randomUUID();
            String json = """
                    {"version": 1, "job_id": "%s", "kind": "disconnect", "client_id": "client", "connection_id": "c-%d",
                     "provider": "fake", "max_age_seconds": 0, "attended": false, "deadline": "%s"}""".formatted(id, i, Instant.now().plusSeconds(300));
            queue.send(NewMessage.of("c-" + i, id.toString(), MessageBody.of(json)));
        }
    }

    private ReceiveLoop loop(JobQueue from, int room, JobStory story) {
        return new ReceiveLoop(from, handling(from, story), VISIBILITY, room);
    }

    private JobHandling handling(JobQueue from, JobStory story) {
        LeaseKeeper leases = new LeaseKeeper(from, VISIBILITY, VISIBILITY, Clock.systemUTC());
        return new JobHandling(
                from,
                outcomes,
                new JobReader(),
                new OutcomeWriter(),
                GrantCheck.NONE,
                new NotedAudit(),
                story,
                leases,
                RetryPolicy.standard(),
                fault -> {},
                Clock.systemUTC());
    }

    private static Thread start(ReceiveLoop loop) {
        return Thread.ofPlatform().start(() -> {
            try {
                loop.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void awaitEmptyQueue() throws InterruptedException {
        CountDownLatch pause = new CountDownLatch(1);
        while (desk.depths().ready() + desk.depths().inFlight() > 0) {
            boolean _ = pause.await(10, TimeUnit.MILLISECONDS);
        }
    }

    private static void end(ReceiveLoop loop, Thread runner) throws InterruptedException {
        assertThat(loop.drain(Duration.ofSeconds(20))).isTrue();
        runner.join();
    }

    /// A queue whose first receives fail.
    private record FailingAtFirst(JobQueue queue, AtomicInteger left) implements JobQueue {
        FailingAtFirst(JobQueue queue, int failures) {
            this(queue, new AtomicInteger(failures));
        }

        @Override
        public List<Turn> receive(int max, Duration visibility, Duration wait) throws InterruptedException {
            if (left.getAndDecrement() > 0) {
                throw new IllegalStateException("the queue is away");
            }
            return queue.receive(max, visibility, wait);
        }

        @Override
        public void send(NewMessage message) {
            queue.send(message);
        }

        @Override
        public boolean extend(Receipt receipt, Duration visibility) {
            return queue.extend(receipt, visibility);
        }

        @Override
        public boolean complete(Receipt receipt) {
            return queue.complete(receipt);
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
