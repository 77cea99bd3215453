package dev.payfleet.worker.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.payfleet.sqlite.SqliteFile;
import dev.payfleet.worker.job.JobProgress;
import dev.payfleet.worker.queue.Delivery;
import dev.payfleet.worker.queue.MessageBody;
import dev.payfleet.worker.queue.NewMessage;
import dev.payfleet.worker.queue.SettableClock;
import dev.payfleet.worker.queue.embedded.SqliteJobQueue;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeaseKeeperTest {
    private static final Duration VISIBILITY = Duration.ofSeconds(30);
    private static final Duration STUCK_AFTER = Duration.ofSeconds(60);

    private final SettableClock clock = SettableClock.atSomeMoment();
    private SqliteFile file;
    private SqliteJobQueue queue;
    private LeaseKeeper keeper;

    @BeforeEach
    void open(@TempDir Path home) {
        file = SqliteFile.open(home.resolve("payfleet.db"));
        queue = SqliteJobQueue.open(file, clock, 10);
        keeper = new LeaseKeeper(queue, VISIBILITY, STUCK_AFTER, clock);
    }

    @AfterEach
    void close() {
        keeper.close();
        queue.close();
        file.close();
    }

    @Test
    void aJobWhoseStepsAdvanceStaysOurs() throws InterruptedException {
        Delivery delivery = take();
        JobProgress progress = new JobProgress(clock);
        keeper.hold(delivery.receipt(), progress);
        for (int i = 0; i < 10; i++) {
            clock.pass(Duration.ofSeconds(20));
            progress.step("page " + i);
            keeper.tick();
        }
        assertThat(queue.complete(delivery.receipt())).isTrue();
    }

    @Test
    void aJobThatMerelyLivesIsGivenToAnother() throws InterruptedException {
        Delivery delivery = take();
        keeper.hold(delivery.receipt(), new JobProgress(clock));
        for (int i = 0; i < 5; i++) {
            clock.pass(Duration.ofSeconds(20));
            keeper.tick();
        }
        assertThat(queue.receive(1, VISIBILITY, Duration.ZERO)).hasSize(1);
        assertThat(queue.complete(delivery.receipt())).isFalse();
    }

    @Test
    void aJobThatStandsStillIsCountedUntilItEnds() throws InterruptedException {
        Delivery delivery = take();
        keeper.hold(delivery.receipt(), new JobProgress(clock));
        for (int i = 0; i < 3; i++) {
            clock.pass(Duration.ofSeconds(20));
            keeper.tick();
        }
        assertThat(keeper.stuck()).isZero();
        clock.pass(Duration.ofSeconds(20));
        keeper.tick();
        assertThat(keeper.stuck()).isEqualTo(1);
        keeper.release(delivery.receipt());
        assertThat(keeper.stuck()).isZero();
    }

    @Test
    void aJobThatWasSettledIsNotExtendedAnyMore() throws InterruptedException {
        Delivery delivery = take();
        keeper.hold(delivery.receipt(), new JobProgress(clock));
        keeper.release(delivery.receipt());
        clock.pass(Duration.ofSeconds(20));
        keeper.tick();
        clock.pass(Duration.ofSeconds(20));
        assertThat(queue.receive(1, VISIBILITY, Duration.ZERO)).hasSize(1);
    }

    @Test
    void aStepOfOneIsProgressForAllOfItsTurnUntilNoneGetsFurther() throws InterruptedException {
        queue.send(NewMessage.of("ada", "fellow", MessageBody.of("{}")));
        queue.send(NewMessage.of("ada", "job", MessageBody.of("{}")));
        List<Delivery> turn =
                queue.receive(2, VISIBILITY, Duration.ZERO).getFirst().deliveries();
        JobProgress first = new JobProgress(clock);
        keeper.hold(turn.getFirst().receipt(), first);
        keeper.hold(turn.getLast().receipt(), first.fellow());
        for (int i = 0; i < 10; i++) {
            clock.pass(Duration.ofSeconds(20));
            first.step("page " + i);
            keeper.tick();
        }
        assertThat(keeper.stuck()).isZero();
        assertThat(queue.extend(turn.getLast().receipt(), VISIBILITY)).isTrue();

        for (int i = 0; i < 5; i++) {
            clock.pass(Duration.ofSeconds(20));
            keeper.tick();
        }
        assertThat(keeper.stuck()).isEqualTo(2);
        assertThat(queue.complete(turn.getLast().receipt())).isFalse();
    }

    private Delivery take() throws InterruptedException {
        queue.send(NewMessage.of("ada", "job", MessageBody.of("{}")));
        return queue.receive(1, VISIBILITY, Duration.ZERO).getFirst().first();
    }
}
