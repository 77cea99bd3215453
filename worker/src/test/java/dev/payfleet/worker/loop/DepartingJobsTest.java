package dev.payfleet.worker.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.payfleet.session.ConnectionKey;
import dev.payfleet.session.Credential;
import dev.payfleet.session.Secret;
import dev.payfleet.session.embedded.EmbeddedSessions;
import dev.payfleet.session.embedded.KeyFile;
import dev.payfleet.sqlite.SqliteFile;
import dev.payfleet.worker.job.FetchJob;
import dev.payfleet.worker.job.JobOutcome;
import dev.payfleet.worker.job.QueuedJobs.Queued;
import dev.payfleet.worker.queue.Delivery;
import dev.payfleet.worker.queue.MessageBody;
import dev.payfleet.worker.queue.NewMessage;
import dev.payfleet.worker.queue.SettableClock;
import dev.payfleet.worker.queue.embedded.SqliteJobQueue;
import dev.payfleet.worker.queue.embedded.SqliteOutcomeLog;
import dev.payfleet.worker.queue.embedded.SqliteQueueDesk;
import dev.payfleet.worker.stage.Jobs;
import dev.payfleet.worker.wire.JobWriter;
import dev.payfleet.worker.wire.OutcomeReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What becomes of the queued jobs of somebody who left.
class DepartingJobsTest {
    private static final ConnectionKey ADA = new ConnectionKey("client", "ada");
    private static final ConnectionKey ADA_ELSEWHERE = new ConnectionKey("another", "ada");
    private static final Duration HELD = Duration.ofMinutes(1);

    private final SettableClock clock = SettableClock.atSomeMoment();
    private final Jobs jobs = new Jobs(clock.instant());
    private SqliteFile file;
    private EmbeddedSessions stores;
    private SqliteJobQueue queue;
    private SqliteQueueDesk desk;
    private SqliteOutcomeLog outcomes;
    private DepartingJobs departing;

    @BeforeEach
    void open(@TempDir Path home) {
        file = SqliteFile.open(home.resolve("payfleet.db"));
        stores = EmbeddedSessions.open(file, KeyFile.readOrCreate(home.resolve("key")));
        queue = SqliteJobQueue.open(file, clock, 10);
        desk = SqliteQueueDesk.open(file, clock);
        outcomes = SqliteOutcomeLog.open(file, clock);
        departing = new DepartingJobs(desk, outcomes, stores.connections(), clock);
        connect(ADA);
        stores.connections().disconnect(ADA, clock.instant());
        connect(ADA_ELSEWHERE);
    }

    @AfterEach
    void close() {
        queue.close();
        outcomes.close();
        file.close();
    }

    @Test
    void each_that_waits_is_taken_off_and_answered_once() {
        List<FetchJob> waiting = List.of(send(ADA), send(ADA), send(ADA));

        assertThat(departing.cancel(ADA)).isEqualTo(new Queued(OptionalInt.of(3), 0));
        assertThat(departing.cancel(ADA)).isEqualTo(new Queued(OptionalInt.of(0), 0));

        assertThat(waiting).allSatisfy(this::assertDisconnected);
        assertThat(desk.depths().ready()).isZero();
    }

    @Test
    void one_that_a_worker_holds_is_left_to_it_and_those_behind_it_go() throws InterruptedException {
        FetchJob held = send(ADA);
        FetchJob behind = send(ADA);
        Delivery delivery = queue.receive(1, HELD, Duration.ZERO).getFirst().first();

        assertThat(departing.cancel(ADA).waiting()).hasValue(1);

        assertThat(outcomes.of(held.jobId())).isEmpty();
        assertDisconnected(behind);
        assertThat(queue.complete(delivery.receipt())).isTrue();
        assertThat(send(ADA)).isNotNull();
        assertThat(queue.receive(1, HELD, Duration.ZERO)).hasSize(1);
    }

    @Test
    void one_that_was_put_off_is_taken_off_too() throws InterruptedException {
        FetchJob later = send(ADA);
        queue.delay(queue.receive(1, HELD, Duration.ZERO).getFirst().first().receipt(), Duration.ofHours(1));

        assertThat(departing.cancel(ADA).waiting()).hasValue(1);

        assertDisconnected(later);
    }

    @Test
    void another_tenants_jobs_of_a_connection_with_the_same_name_stay() throws InterruptedException {
        send(ADA);
        FetchJob theirs = send(ADA_ELSEWHERE);

        assertThat(departing.cancel(ADA).waiting()).hasValue(1);

        assertThat(outcomes.of(theirs.jobId())).isEmpty();
        assertThat(departing.left(ADA_ELSEWHERE).waiting()).hasValue(1);
        assertThat(queue.receive(1, HELD, Duration.ZERO)).hasSize(1);
    }

    @Test
    void dead_letters_are_thrown_away_with_their_grants() throws InterruptedException {
        send(ADA);
        queue.deadLetter(
                queue.receive(1, HELD, Duration.ZERO).getFirst().first().receipt(), "adapter_broken");
        assertThat(departing.left(ADA).dead()).isEqualTo(1);

        assertThat(departing.cancel(ADA)).isEqualTo(new Queued(OptionalInt.of(0), 1));

        assertThat(departing.left(ADA).dead()).isZero();
        assertThat(desk.deadLetters(10)).isEmpty();
    }

    @Test
    void who_connected_again_meanwhile_keeps_what_was_sent_for_the_new_consent() {
        connect(ADA);
        send(ADA);

        assertThat(departing.cancel(ADA).waiting()).hasValue(0);

        assertThat(departing.left(ADA).waiting()).hasValue(1);
    }

    private void connect(ConnectionKey key) {
        stores.connections()
                .connect(key, "larkspur", new Credential(Secret.of("ada"), Secret.of("hunter2")), clock.instant());
    }

    private FetchJob send(ConnectionKey key) {
        FetchJob job = jobs.connect(key);
        queue.send(
                NewMessage.of(key.connectionId(), job.jobId().toString(), MessageBody.of(new JobWriter().write(job))));
        return job;
    }

    private void assertDisconnected(FetchJob job) {
        assertThat(outcomes.of(job.jobId()))
                .singleElement()
                .satisfies(event -> assertThat(
                                new OutcomeReader().read(event.event().bytes()).outcome())
                        .isEqualTo(new JobOutcome.Disconnected()));
    }
}
