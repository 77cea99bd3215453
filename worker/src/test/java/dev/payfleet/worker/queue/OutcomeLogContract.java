package dev.payfleet.worker.queue;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What every outcome log must do. An implementation extends it and says how to open one and how its time passes.
public abstract class OutcomeLogContract {

    private static final UUID JOB = UUID.fromString("6f1c3a52-6f8e-4b62-9a57-0c6b1d1d5a01");
    private static final UUID OTHER_JOB = UUID.fromString("6f1c3a52-6f8e-4b62-9a57-0c6b1d1d5a02");

    private final ExecutorService others = Executors.newVirtualThreadPerTaskExecutor();

    /// The log under test, empty at first.
    protected abstract OutcomeLog log();

    /// Lets time pass for the log.
    protected abstract void pass(Duration time) throws InterruptedException;

    @AfterEach
    void endTheOthers() {
        others.shutdownNow();
    }

    @Test
    void keeps_the_first_terminal_event_of_a_job_and_no_second() {
        assertThat(log().publish(JOB, true, body("first"))).isTrue();
        assertThat(log().publish(JOB, true, body("second"))).isFalse();

        assertThat(log().terminal(JOB)).contains(body("first"));
        assertThat(log().of(JOB)).hasSize(1);
    }

    @Test
    void keeps_one_terminal_event_for_each_job() {
        assertThat(log().publish(JOB, true, body("one"))).isTrue();
        assertThat(log().publish(OTHER_JOB, true, body("other"))).isTrue();

        assertThat(log().terminal(OTHER_JOB)).contains(body("other"));
    }

    @Test
    void keeps_every_passing_event_before_the_terminal_one_and_none_after() {
        log().publish(JOB, false, body("later"));
        log().publish(JOB, false, body("later still"));
        log().publish(JOB, true, body("done"));

        assertThat(log().publish(JOB, false, body("too late"))).isFalse();
        assertThat(log().of(JOB))
                .extracting(LoggedOutcome::event)
                .containsExactly(body("later"), body("later still"), body("done"));
        assertThat(log().of(JOB)).extracting(LoggedOutcome::terminal).containsExactly(false, false, true);
    }

    @Test
    void answers_a_reopened_job_once_more() {
        log().publish(JOB, true, body("first"));

        assertThat(log().reopen(JOB)).isTrue();
        assertThat(log().terminal(JOB)).isEmpty();
        assertThat(log().publish(JOB, true, body("second"))).isTrue();
        assertThat(log().terminal(JOB)).contains(body("second"));
        assertThat(log().of(JOB)).extracting(LoggedOutcome::event).containsExactly(body("first"), body("second"));
    }

    @Test
    void reopens_only_the_job_that_is_named_and_only_when_it_was_answered() {
        log().publish(OTHER_JOB, true, body("other"));
        log().publish(JOB, false, body("later"));

        assertThat(log().reopen(JOB)).isFalse();
        assertThat(log().terminal(OTHER_JOB)).contains(body("other"));
    }

    @Test
    void has_no_terminal_event_before_there_is_one() {
        log().publish(JOB, false, body("later"));

        assertThat(log().terminal(JOB)).isEmpty();
    }

    @Test
    void gives_one_terminal_event_to_whoever_is_first_of_many() throws Exception {
        List<Future<Boolean>> publishers = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            MessageBody event = body("from " + i);
            publishers.add(others.submit(() -> log().publish(JOB, true, event)));
        }

        int kept = 0;
        for (Future<Boolean> publisher : publishers) {
            kept += publisher.get(30, SECONDS) ? 1 : 0;
        }

        assertThat(kept).isEqualTo(1);
        assertThat(log().of(JOB)).hasSize(1);
    }

    @Test
    void reads_on_from_a_cursor() throws InterruptedException {
        log().publish(JOB, false, body("a"));
        log().publish(OTHER_JOB, true, body("b"));
        log().publish(JOB, true, body("c"));

        OutcomePage start = log().since(OutcomeCursor.START, 2, Duration.ZERO);
        OutcomePage rest = log().since(start.next(), 10, Duration.ZERO);

        assertThat(start.events()).hasSize(2);
        assertThat(rest.events()).hasSize(1);
        assertThat(Stream.of(start, rest).flatMap(page -> page.events().stream()))
                .extracting(LoggedOutcome::event)
                .containsExactlyInAnyOrder(body("a"), body("b"), body("c"))
                .containsSubsequence(body("a"), body("c"));
        assertThat(log().since(rest.next(), 10, Duration.ZERO)).isEqualTo(new OutcomePage(List.of(), rest.next()));
    }

    @Test
    void misses_nothing_while_many_publish() throws Exception {
        int all = 60;
        List<Future<Boolean>> publishers = new ArrayList<>();
        for (int i = 0; i < all; i++) {
            UUID job = new UUID(7, i);
            publishers.add(others.submit(() -> log().publish(job, true, body(job.toString()))));
        }
        List<LoggedOutcome> read = new ArrayList<>();
        OutcomeCursor cursor = OutcomeCursor.START;
        while (read.size() < all) {
            OutcomePage page = log().since(cursor, 7, Duration.ofSeconds(10));
            assertThat(page.events()).isNotEmpty().hasSizeLessThanOrEqualTo(7);
            read.addAll(page.events());
            cursor = page.next();
        }

        assertThat(read).extracting(LoggedOutcome::jobId).doesNotHaveDuplicates();
        for (Future<Boolean> publisher : publishers) {
            assertThat(publisher.get(10, SECONDS)).isTrue();
        }
    }

    @Test
    void tells_a_reader_who_comes_late_what_is_no_longer_the_last_word() throws InterruptedException {
        log().publish(JOB, true, body("first"));
        log().reopen(JOB);
        log().publish(JOB, true, body("second"));

        assertThat(log().since(OutcomeCursor.START, 10, Duration.ZERO).events())
                .extracting(LoggedOutcome::terminal)
                .containsExactly(false, true);
    }

    @Test
    void waits_for_an_event() throws Exception {
        Future<OutcomePage> waiting = others.submit(() -> log().since(OutcomeCursor.START, 10, Duration.ofSeconds(20)));

        log().publish(JOB, true, body("a"));

        assertThat(waiting.get(10, SECONDS).events()).hasSize(1);
    }

    @Test
    void stops_waiting_when_it_is_closed() throws Exception {
        Future<OutcomePage> waiting = others.submit(() -> log().since(OutcomeCursor.START, 10, Duration.ofSeconds(20)));

        log().close();

        assertThat(waiting.get(10, SECONDS).events()).isEmpty();
    }

    @Test
    void sweeps_what_is_older_than_wished_and_keeps_cursors_good() throws InterruptedException {
        log().publish(JOB, true, body("old"));
        OutcomeCursor cursor =
                log().since(OutcomeCursor.START, 10, Duration.ZERO).next();
        pass(Duration.ofSeconds(3));
        log().publish(OTHER_JOB, true, body("new"));

        assertThat(log().sweep(Duration.ofSeconds(2))).isEqualTo(1);

        assertThat(log().terminal(JOB)).isEmpty();
        assertThat(log().since(cursor, 10, Duration.ZERO).events())
                .extracting(LoggedOutcome::event)
                .containsExactly(body("new"));
    }

    private static MessageBody body(String text) {
        return MessageBody.of(text);
    }
}
