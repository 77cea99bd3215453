package dev.payfleet.worker.queue.embedded;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.payfleet.sqlite.Sql;
import dev.payfleet.sqlite.SqliteFile;
import dev.payfleet.worker.queue.Delivery;
import dev.payfleet.worker.queue.JobQueue;
import dev.payfleet.worker.queue.JobQueueContract;
import dev.payfleet.worker.queue.MessageBody;
import dev.payfleet.worker.queue.MessageTooLargeException;
import dev.payfleet.worker.queue.NewMessage;
import dev.payfleet.worker.queue.QueueDepths;
import dev.payfleet.worker.queue.QueueDesk;
import dev.payfleet.worker.queue.SettableClock;
import dev.payfleet.worker.queue.Turn;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteJobQueueTest extends JobQueueContract {

    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-01T12:00:00Z"));

    @TempDir
    Path folder;

    private SqliteFile file;
    private SqliteJobQueue queue;
    private SqliteQueueDesk desk;

    @BeforeEach
    void open() {
        file = SqliteFile.open(folder.resolve("payfleet.db"));
        queue = SqliteJobQueue.open(file, clock, MAX_RECEIVES);
        desk = SqliteQueueDesk.open(file, clock);
    }

    @AfterEach
    void close() {
        queue.close();
        file.close();
    }

    @Override
    protected JobQueue queue() {
        return queue;
    }

    @Override
    protected QueueDesk desk() {
        return desk;
    }

    @Override
    protected void pass(Duration time) {
        clock.pass(time);
    }

    @Test
    void says_when_a_message_was_sent() throws InterruptedException {
        send(queue, "anna", "job-1");
        pass(Duration.ofSeconds(7));

        assertThat(receive(queue).getFirst().sentAt()).isEqualTo(Instant.parse("2026-03-01T12:00:00Z"));
    }

    @Test
    void lets_groups_take_turns() throws InterruptedException {
        send(queue, "anna", "job-1");
        send(queue, "anna", "job-2");
        pass(Duration.ofMillis(1));
        send(queue, "ben", "job-3");
        pass(Duration.ofMillis(1));
        queue.complete(queue.receive(1, Duration.ofMinutes(1), Duration.ZERO)
                .getFirst()
                .first()
                .receipt());

        assertThat(queue.receive(1, Duration.ofMinutes(1), Duration.ZERO))
                .extracting(Turn::group)
                .containsExactly("ben");
    }

    @Test
    void keeps_what_it_holds_when_it_is_opened_again() throws InterruptedException {
        send(queue, "anna", "job-1");
        send(queue, "ben", "job-2");
        queue.receive(1, Duration.ofSeconds(30), Duration.ZERO);
        close();

        open();

        assertThat(receive(queue)).extracting(Delivery::group).containsExactly("ben");
        pass(Duration.ofSeconds(31));
        assertThat(receive(queue)).extracting(Delivery::group).containsExactly("anna");
    }

    @Test
    void wakes_up_for_what_another_process_sends() throws Exception {
        try (SqliteFile theirs = SqliteFile.open(folder.resolve("payfleet.db"));
                SqliteJobQueue other = SqliteJobQueue.open(theirs, clock, MAX_RECEIVES);
                ExecutorService waiter = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<List<Turn>> waiting =
                    waiter.submit(() -> queue.receive(1, Duration.ofMinutes(1), Duration.ofSeconds(20)));

            send(other, "anna", "job-1");

            assertThat(waiting.get(10, SECONDS)).hasSize(1);
        }
    }

    @Test
    void honours_a_receipt_whichever_process_shows_it() throws InterruptedException {
        send(queue, "anna", "job-1");
        try (SqliteFile theirs = SqliteFile.open(folder.resolve("payfleet.db"));
                SqliteJobQueue other = SqliteJobQueue.open(theirs, clock, MAX_RECEIVES)) {
            assertThat(other.complete(receive(queue).getFirst().receipt())).isTrue();
        }
    }

    @Test
    void forgets_a_deduplication_id_only_when_its_message_is_done_and_time_has_passed() throws InterruptedException {
        send(queue, "anna", "done");
        queue.complete(receive(queue).getFirst().receipt());
        send(queue, "ben", "queued");
        pass(Duration.ofMinutes(4));
        assertThat(desk.forget(Duration.ofMinutes(5))).isZero();

        pass(Duration.ofMinutes(2));

        assertThat(desk.forget(Duration.ofMinutes(5))).isEqualTo(1);
        send(queue, "anna", "done");
        send(queue, "ben", "queued");
        assertThat(desk.depths().ready()).isEqualTo(2);
    }

    @Test
    void tells_what_is_held_from_what_was_put_off_and_how_old_the_oldest_is() throws InterruptedException {
        send(queue, "anna", "job-1");
        pass(Duration.ofSeconds(5));
        send(queue, "ben", "job-2");
        for (Delivery delivery : receive(queue)) {
            if (delivery.group().equals("ben")) {
                queue.delay(delivery.receipt(), Duration.ofMinutes(1));
            }
        }

        assertThat(desk.depths()).isEqualTo(new QueueDepths(0, 1, 1, 0, Optional.of(Duration.ofSeconds(5))));
    }

    @Test
    void cuts_a_delay_to_the_longest() throws InterruptedException {
        send(queue, "anna", "job-1");
        queue.delay(receive(queue).getFirst().receipt(), Duration.ofDays(3));
        queue.send(new NewMessage("ben", "job-2", MessageBody.of("job-2"), Duration.ofDays(3)));

        pass(JobQueue.LONGEST_DELAY);

        assertThat(receive(queue)).hasSize(2);
    }

    @Test
    void sends_all_messages_or_none() {
        MessageBody tooLarge = MessageBody.of(new byte[MessageBody.MAX_BYTES + 1]);

        assertThatThrownBy(() -> queue.sendAll(List.of(
                        NewMessage.of("anna", "job-1", MessageBody.of("job-1")),
                        NewMessage.of("anna", "job-2", tooLarge))))
                .isInstanceOf(MessageTooLargeException.class);
        assertThat(desk.depths().ready()).isZero();

        queue.sendAll(List.of(
                NewMessage.of("anna", "job-1", MessageBody.of("job-1")),
                NewMessage.of("anna", "job-1", MessageBody.of("job-1")),
                NewMessage.of("ben", "job-2", MessageBody.of("job-2"))));
        assertThat(desk.depths().ready()).isEqualTo(2);
    }

    @Test
    void finds_who_is_next_in_an_index_without_sorting() {
        List<String> plan = file.read(
                c -> Sql.all(c, "EXPLAIN QUERY PLAN " + Line.DUE, row -> row.getString("detail"), clock.millis(), 10));

        assertThat(plan)
                .anyMatch(step -> step.contains("SEARCH g USING COVERING INDEX queue_group_due (due_at<?)"))
                .anyMatch(step -> step.contains("SEARCH m USING INTEGER PRIMARY KEY"))
                .noneMatch(step -> step.contains("SCAN") || step.contains("TEMP B-TREE"));
    }

    @Test
    void counts_a_message_that_waits_behind_another_with_its_own_delay_as_delayed() {
        send(queue, "anna", "job-1");
        queue.send(new NewMessage("anna", "job-2", MessageBody.of("job-2"), Duration.ofMinutes(1)));

        assertThat(desk.depths().delayed()).isEqualTo(1);
        assertThat(desk.depths().ready()).isEqualTo(1);
    }

    private static void send(JobQueue queue, String group, String name) {
        queue.send(NewMessage.of(group, name, MessageBody.of(name)));
    }

    private static List<Delivery> receive(JobQueue queue) throws InterruptedException {
        return queue.receive(10, Duration.ofMinutes(1), Duration.ZERO).stream()
                .flatMap(turn -> turn.deliveries().stream())
                .toList();
    }
}
