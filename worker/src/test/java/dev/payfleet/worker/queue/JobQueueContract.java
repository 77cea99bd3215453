package dev.payfleet.worker.queue;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What every queue must do. An implementation extends it and says how to open one and how its time passes.
public abstract class JobQueueContract {

    /// How often the queue under test lets a message be received.
    protected static final int MAX_RECEIVES = 3;

    private static final Duration VISIBILITY = Duration.ofSeconds(10);
    private static final Duration LONG = Duration.ofSeconds(20);

    private final ExecutorService others = Executors.newVirtualThreadPerTaskExecutor();

    /// The queue under test, empty at first, which lets a message be received [#MAX_RECEIVES] times.
    protected abstract JobQueue queue();

    /// The desk of that queue.
    protected abstract QueueDesk desk();

    /// Lets time pass for the queue.
    protected abstract void pass(Duration time) throws InterruptedException;

    @AfterEach
    void endTheOthers() {
        others.shutdownNow();
    }

    @Test
    void gives_out_what_was_sent() throws InterruptedException {
        MessageBody body = MessageBody.of(new byte[] {'{', '"', (byte) 0xc3, (byte) 0xa9, '"', '}'});
        queue().send(NewMessage.of("anna", "job-1", body));

        Delivery delivery = one();

        assertThat(delivery.group()).isEqualTo("anna");
        assertThat(delivery.body()).isEqualTo(body);
        assertThat(delivery.attempt()).isEqualTo(1);
    }

    @Test
    void gives_out_nothing_when_there_is_nothing() throws InterruptedException {
        assertThat(receive(10)).isEmpty();
    }

    @Test
    void keeps_the_order_of_a_group() throws InterruptedException {
        for (int i = 0; i < 20; i++) {
            send("anna", "job-" + i);
        }

        List<String> order = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Delivery delivery = one();
            order.add(text(delivery));
            assertThat(queue().complete(delivery.receipt())).isTrue();
        }

        assertThat(order).containsExactlyElementsOf(names("job-", 20));
    }

    @Test
    void gives_nothing_of_a_group_that_has_a_message_in_flight() throws InterruptedException {
        send("anna", "job-1");
        send("anna", "job-2");
        one();

        assertThat(receive(10)).isEmpty();
    }

    @Test
    void gives_what_waits_of_a_group_in_one_turn_and_in_order() throws InterruptedException {
        send("anna", "job-1");
        send("ben", "job-2");
        send("anna", "job-3");
        send("carla", "job-4");
        send("anna", "job-5");

        List<Turn> turns = queue().receive(10, VISIBILITY, Duration.ZERO);

        assertThat(turns).extracting(Turn::group).containsExactlyInAnyOrder("anna", "ben", "carla");
        assertThat(turns)
                .allSatisfy(turn -> assertThat(turn.deliveries())
                        .allMatch(delivery -> delivery.group().equals(turn.group())));
        assertThat(ofGroup("anna", turns)).containsExactly("job-1", "job-3", "job-5");
    }

    @Test
    void settles_the_messages_of_a_turn_in_any_order() throws InterruptedException {
        List<Delivery> turn = turnOf(4);

        assertThat(queue().complete(turn.get(2).receipt())).isTrue();
        assertThat(queue().deadLetter(turn.get(0).receipt(), "for the test")).isTrue();
        assertThat(receive(10)).isEmpty();
        assertThat(queue().complete(turn.get(3).receipt())).isTrue();
        assertThat(queue().extend(turn.get(1).receipt(), VISIBILITY)).isTrue();
        assertThat(queue().complete(turn.get(1).receipt())).isTrue();

        assertThat(receive(10)).isEmpty();
        assertThat(desk().deadLetters(10)).extracting(DeadLetter::body).containsExactly(MessageBody.of("job-0"));
    }

    @Test
    void gives_the_rest_of_a_turn_out_again_in_order_when_its_visibility_has_run_out() throws InterruptedException {
        List<Delivery> turn = turnOf(4, Duration.ofSeconds(2));
        queue().complete(turn.get(1).receipt());
        pass(Duration.ofSeconds(3));

        List<Delivery> again = receive(10);

        assertThat(again).extracting(JobQueueContract::text).containsExactly("job-0", "job-2", "job-3");
        assertThat(again).extracting(Delivery::attempt).containsOnly(2);
        turn.forEach(delivery -> assertHeedsNot(delivery.receipt()));
    }

    @Test
    void takes_back_with_a_delayed_message_those_of_its_turn_that_come_after_it() throws InterruptedException {
        List<Delivery> turn = turnOf(4);
        queue().complete(turn.get(2).receipt());

        assertThat(queue().delay(turn.get(1).receipt(), Duration.ofSeconds(2))).isTrue();
        assertHeedsNot(turn.get(3).receipt());
        assertThat(queue().complete(turn.get(0).receipt())).isTrue();

        assertThat(receive(10)).isEmpty();
        pass(Duration.ofSeconds(3));
        assertThat(receive(10)).extracting(JobQueueContract::text).containsExactly("job-1", "job-3");
    }

    @Test
    void takes_a_whole_turn_back_in_order_when_it_is_delayed_from_the_last_to_the_first() throws InterruptedException {
        List<Delivery> turn = turnOf(3);
        for (Delivery delivery : turn.reversed()) {
            assertThat(queue().delay(delivery.receipt(), Duration.ofSeconds(1))).isTrue();
        }

        assertThat(receive(10)).isEmpty();
        pass(Duration.ofSeconds(2));
        List<Delivery> again = receive(10);
        assertThat(again).extracting(JobQueueContract::text).containsExactly("job-0", "job-1", "job-2");
        assertThat(again).extracting(Delivery::attempt).containsOnly(2);
    }

    @Test
    void takes_nothing_back_by_a_receipt_that_is_no_longer_ours() throws InterruptedException {
        List<Delivery> turn = turnOf(3, Duration.ofSeconds(2));
        pass(Duration.ofSeconds(3));
        List<Delivery> again = receive(10);

        assertThat(queue().delay(turn.getFirst().receipt(), Duration.ZERO)).isFalse();

        again.forEach(
                delivery -> assertThat(queue().complete(delivery.receipt())).isTrue());
    }

    @Test
    void leaves_behind_what_is_held_back_by_its_own_delay() throws InterruptedException {
        send("anna", "job-0");
        queue().send(new NewMessage("anna", "job-1", MessageBody.of("job-1"), Duration.ofSeconds(2)));
        send("anna", "job-2");

        List<Delivery> first = receive(10);
        assertThat(first).extracting(JobQueueContract::text).containsExactly("job-0");
        queue().complete(first.getFirst().receipt());
        assertThat(receive(10)).isEmpty();

        pass(Duration.ofSeconds(3));
        assertThat(receive(10)).extracting(JobQueueContract::text).containsExactly("job-1", "job-2");
    }

    @Test
    void takes_what_is_sent_meanwhile_into_the_next_turn() throws InterruptedException {
        List<Delivery> turn = turnOf(2);
        send("anna", "job-2");

        queue().complete(turn.get(0).receipt());
        assertThat(receive(10)).isEmpty();
        queue().complete(turn.get(1).receipt());

        assertThat(receive(10)).extracting(JobQueueContract::text).containsExactly("job-2");
    }

    @Test
    void gives_no_more_than_asked_for() throws InterruptedException {
        for (int i = 0; i < 5; i++) {
            send("group-" + i, "job-" + i);
        }

        assertThat(receive(2)).hasSize(2);
        assertThat(receive(10)).hasSize(3);
    }

    @Test
    void drops_a_second_message_with_the_same_deduplication_id() throws InterruptedException {
        queue().send(NewMessage.of("anna", "job-1", MessageBody.of("first")));
        queue().send(NewMessage.of("anna", "job-1", MessageBody.of("second")));

        Delivery delivery = one();
        assertThat(text(delivery)).isEqualTo("first");
        queue().complete(delivery.receipt());
        assertThat(receive(10)).isEmpty();
    }

    @Test
    void drops_it_even_when_the_first_is_done() throws InterruptedException {
        send("anna", "job-1");
        queue().complete(one().receipt());
        pass(Duration.ofSeconds(1));

        send("anna", "job-1");

        assertThat(receive(10)).isEmpty();
    }

    @Test
    void gives_a_message_out_again_when_its_visibility_has_run_out() throws InterruptedException {
        send("anna", "job-1");
        send("anna", "job-2");
        queue().receive(1, Duration.ofSeconds(2), Duration.ZERO);
        pass(Duration.ofSeconds(3));

        Delivery again = one();

        assertThat(text(again)).isEqualTo("job-1");
        assertThat(again.attempt()).isEqualTo(2);
    }

    @Test
    void heeds_no_receipt_whose_visibility_has_run_out() throws InterruptedException {
        send("anna", "job-1");
        Receipt stale = queue().receive(1, Duration.ofSeconds(1), Duration.ZERO)
                .getFirst()
                .first()
                .receipt();
        pass(Duration.ofSeconds(2));

        assertHeedsNot(stale);
        assertThat(receive(10)).hasSize(1);
    }

    @Test
    void heeds_no_receipt_of_an_earlier_delivery() throws InterruptedException {
        send("anna", "job-1");
        Receipt stale = queue().receive(1, Duration.ofSeconds(1), Duration.ZERO)
                .getFirst()
                .first()
                .receipt();
        pass(Duration.ofSeconds(2));
        Receipt current = one().receipt();

        assertHeedsNot(stale);
        assertThat(queue().complete(current)).isTrue();
    }

    @Test
    void heeds_a_receipt_once() throws InterruptedException {
        send("anna", "job-1");
        Receipt receipt = one().receipt();

        assertThat(queue().complete(receipt)).isTrue();
        assertHeedsNot(receipt);
    }

    @Test
    void heeds_no_receipt_of_another_queue() {
        assertHeedsNot(new Receipt("from elsewhere"));
    }

    @Test
    void keeps_a_message_for_longer_when_it_is_extended() throws InterruptedException {
        send("anna", "job-1");
        Receipt receipt = queue().receive(1, Duration.ofSeconds(2), Duration.ZERO)
                .getFirst()
                .first()
                .receipt();

        assertThat(queue().extend(receipt, Duration.ofSeconds(30))).isTrue();
        pass(Duration.ofSeconds(3));

        assertThat(receive(10)).isEmpty();
        assertThat(queue().complete(receipt)).isTrue();
    }

    @Test
    void keeps_a_delayed_message_at_the_head_of_its_group() throws InterruptedException {
        send("anna", "job-1");
        send("anna", "job-2");

        assertThat(queue().delay(one().receipt(), Duration.ofSeconds(2))).isTrue();

        assertThat(receive(10)).isEmpty();
        pass(Duration.ofSeconds(3));
        Delivery again = one();
        assertThat(text(again)).isEqualTo("job-1");
        assertThat(again.attempt()).isEqualTo(2);
    }

    @Test
    void gives_a_message_back_at_once_when_the_delay_is_zero() throws InterruptedException {
        send("anna", "job-1");

        queue().delay(one().receipt(), Duration.ZERO);

        assertThat(one().attempt()).isEqualTo(2);
    }

    @Test
    void heeds_no_receipt_of_a_message_that_was_given_back() throws InterruptedException {
        send("anna", "job-1");
        Receipt spent = one().receipt();
        queue().delay(spent, Duration.ofSeconds(5));

        assertHeedsNot(spent);
    }

    @Test
    void holds_back_a_message_that_was_sent_with_a_delay_and_its_group_with_it() throws InterruptedException {
        queue().send(new NewMessage("anna", "job-1", MessageBody.of("job-1"), Duration.ofSeconds(2)));
        send("anna", "job-2");

        assertThat(receive(10)).isEmpty();
        pass(Duration.ofSeconds(3));
        Delivery first = one();
        assertThat(text(first)).isEqualTo("job-1");
        assertThat(first.attempt()).isEqualTo(1);
    }

    @Test
    void sets_a_message_aside_with_its_reason_and_lets_its_group_go_on() throws InterruptedException {
        send("anna", "job-1");
        send("anna", "job-2");

        assertThat(queue().deadLetter(one().receipt(), "version: expected 1")).isTrue();

        assertThat(text(one())).isEqualTo("job-2");
        assertThat(desk().deadLetters(10)).singleElement().satisfies(letter -> {
            assertThat(letter.group()).isEqualTo("anna");
            assertThat(letter.deduplicationId()).isEqualTo("job-1");
            assertThat(letter.body()).isEqualTo(MessageBody.of("job-1"));
            assertThat(letter.reason()).isEqualTo("version: expected 1");
            assertThat(letter.attempts()).isEqualTo(1);
        });
    }

    @Test
    void sets_a_message_aside_that_was_received_too_often() throws InterruptedException {
        send("anna", "job-1");
        send("anna", "job-2");
        for (int i = 0; i < MAX_RECEIVES; i++) {
            queue().delay(one().receipt(), Duration.ZERO);
        }

        // The look that finds a message received too often may bring nothing else, so this one waits.
        assertThat(deliveries(queue().receive(1, VISIBILITY, LONG)))
                .extracting(JobQueueContract::text)
                .containsExactly("job-2");
        assertThat(desk().deadLetters(10))
                .singleElement()
                .satisfies(letter -> assertThat(letter.reason()).isEqualTo("received too often"));
    }

    @Test
    void accepts_a_message_of_the_largest_size_and_refuses_one_byte_more() throws InterruptedException {
        queue().send(NewMessage.of("anna", "job-1", MessageBody.of("x".repeat(MessageBody.MAX_BYTES))));

        assertThatThrownBy(() -> queue().send(
                                NewMessage.of("anna", "job-2", MessageBody.of("x".repeat(MessageBody.MAX_BYTES + 1)))))
                .isInstanceOf(MessageTooLargeException.class)
                .hasMessage("message: expected at most 65536 bytes, and this has 65537");
        assertThat(one().body().size()).isEqualTo(65536);
    }

    @Test
    void waits_for_a_message() throws Exception {
        Future<List<Turn>> waiting = others.submit(() -> queue().receive(10, VISIBILITY, LONG));

        send("anna", "job-1");

        assertThat(waiting.get(10, SECONDS)).hasSize(1);
    }

    @Test
    void waits_for_a_group_to_be_free() throws Exception {
        send("anna", "job-1");
        send("anna", "job-2");
        Receipt first = one().receipt();
        Future<List<Turn>> waiting = others.submit(() -> queue().receive(10, VISIBILITY, LONG));

        queue().complete(first);

        assertThat(deliveries(waiting.get(10, SECONDS)))
                .extracting(JobQueueContract::text)
                .containsExactly("job-2");
    }

    @Test
    void waits_for_a_delay_to_pass() throws Exception {
        queue().send(new NewMessage("anna", "job-1", MessageBody.of("job-1"), Duration.ofSeconds(2)));
        Future<List<Turn>> waiting = others.submit(() -> queue().receive(10, VISIBILITY, LONG));

        pass(Duration.ofSeconds(3));

        assertThat(waiting.get(10, SECONDS)).hasSize(1);
    }

    @Test
    void stops_waiting_when_the_time_is_up() throws InterruptedException {
        assertThat(queue().receive(10, VISIBILITY, Duration.ofMillis(60))).isEmpty();
    }

    @Test
    void stops_waiting_when_it_is_closed() throws Exception {
        Future<List<Turn>> waiting = others.submit(() -> queue().receive(10, VISIBILITY, LONG));

        queue().close();
        queue().close();

        assertThat(waiting.get(10, SECONDS)).isEmpty();
    }

    @Test
    void stops_waiting_when_it_is_interrupted() throws Exception {
        CountDownLatch interrupted = new CountDownLatch(1);
        Thread waiting = Thread.ofVirtual().start(() -> {
            try {
                queue().receive(10, VISIBILITY, LONG);
            } catch (InterruptedException stop) {
                interrupted.countDown();
            }
        });

        waiting.interrupt();

        assertThat(interrupted.await(10, SECONDS)).isTrue();
    }

    @Test
    void counts_what_it_holds() throws InterruptedException {
        send("anna", "job-1");
        send("anna", "job-2");
        send("ben", "job-3");
        send("carla", "job-4");
        for (Delivery delivery : receive(4)) {
            switch (delivery.group()) {
                case "ben" -> queue().delay(delivery.receipt(), LONG);
                case "carla" -> queue().deadLetter(delivery.receipt(), "for the test");
                default -> assertThat(delivery.group()).isEqualTo("anna");
            }
        }
        send("anna", "job-5");

        QueueDepths depths = desk().depths();

        assertThat(depths.ready()).isEqualTo(1);
        assertThat(depths.inFlight() + depths.delayed()).isEqualTo(3);
        assertThat(depths.dead()).isEqualTo(1);
    }

    @Test
    void has_no_oldest_when_it_holds_nothing() {
        assertThat(desk().depths().oldest()).isEmpty();
    }

    @Test
    void finds_no_dead_letter_under_a_name_that_it_never_gave() {
        assertThat(desk().redrive("none of these")).isFalse();
    }

    @Test
    void puts_one_dead_letter_back_as_if_new() throws InterruptedException {
        kill("anna", "job-1");
        kill("ben", "job-2");
        String dead = desk().deadLetters(10).stream()
                .filter(letter -> letter.group().equals("anna"))
                .findFirst()
                .orElseThrow()
                .id();

        assertThat(desk().redrive(dead)).isTrue();
        assertThat(desk().redrive(dead)).isFalse();

        Delivery delivery = one();
        assertThat(text(delivery)).isEqualTo("job-1");
        assertThat(delivery.attempt()).isEqualTo(1);
        assertThat(desk().deadLetters(10)).extracting(DeadLetter::group).containsExactly("ben");
    }

    @Test
    void knows_a_job_by_its_name_when_it_dies_once_more() throws InterruptedException {
        kill("anna", "job-1");
        desk().redriveAll();
        queue().deadLetter(one().receipt(), "again");

        assertThat(desk().deadLetters(10)).singleElement().satisfies(letter -> {
            assertThat(letter.deduplicationId()).isEqualTo("job-1");
            assertThat(letter.reason()).isEqualTo("again");
        });
    }

    @Test
    void forgets_no_deduplication_id_within_five_minutes() {
        assertThatThrownBy(() -> desk().forget(Duration.ofMinutes(4)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("olderThan: expected at least five minutes");
    }

    @Test
    void takes_bytes_that_are_no_text() throws InterruptedException {
        MessageBody body = MessageBody.of(new byte[] {0, 1, (byte) 0xff, (byte) 0xfe});
        queue().send(NewMessage.of("anna", "job-1", body));

        assertThat(one().body()).isEqualTo(body);
    }

    @Test
    void puts_all_dead_letters_back_in_their_order() throws InterruptedException {
        kill("anna", "job-1");
        kill("anna", "job-2");

        assertThat(desk().redriveAll()).isEqualTo(2);

        Delivery first = one();
        assertThat(text(first)).isEqualTo("job-1");
        queue().complete(first.receipt());
        assertThat(text(one())).isEqualTo("job-2");
        assertThat(desk().deadLetters(10)).isEmpty();
    }

    @Test
    void serves_every_message_once_and_each_group_in_order_to_many_threads() throws Exception {
        int groups = 8;
        int each = 10;
        for (int i = 0; i < groups * each; i++) {
            send("group-" + i % groups, "%03d".formatted(i));
        }
        List<String> served = Collections.synchronizedList(new ArrayList<>());
        List<Future<?>> workers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            workers.add(others.submit(() -> serveAll(served, groups * each)));
        }
        for (Future<?> worker : workers) {
            worker.get(60, SECONDS);
        }

        assertThat(served).doesNotHaveDuplicates().hasSize(groups * each);
        for (int group = 0; group < groups; group++) {
            int which = group;
            assertThat(served.stream().filter(name -> Integer.parseInt(name) % groups == which))
                    .isSorted();
        }
    }

    private int serveAll(List<String> served, int all) throws InterruptedException {
        int mine = 0;
        while (served.size() < all) {
            for (Delivery delivery : deliveries(queue().receive(3, VISIBILITY, Duration.ofMillis(50)))) {
                served.add(text(delivery));
                assertThat(queue().complete(delivery.receipt())).isTrue();
                mine++;
            }
        }
        return mine;
    }

    private void send(String group, String name) {
        queue().send(NewMessage.of(group, name, MessageBody.of(name)));
    }

    private void kill(String group, String name) throws InterruptedException {
        send(group, name);
        queue().deadLetter(one().receipt(), "for the test");
    }

    private List<Delivery> receive(int max) throws InterruptedException {
        return deliveries(queue().receive(max, VISIBILITY, Duration.ZERO));
    }

    private static List<Delivery> deliveries(List<Turn> turns) {
        return turns.stream().flatMap(turn -> turn.deliveries().stream()).toList();
    }

    private static List<String> ofGroup(String group, List<Turn> turns) {
        return deliveries(turns).stream()
                .filter(delivery -> delivery.group().equals(group))
                .map(JobQueueContract::text)
                .toList();
    }

    /// A turn of this many messages, `job-0` the first.
    private List<Delivery> turnOf(int messages) throws InterruptedException {
        return turnOf(messages, VISIBILITY);
    }

    private List<Delivery> turnOf(int messages, Duration visibility) throws InterruptedException {
        names("job-", messages).forEach(name -> send("anna", name));
        List<Delivery> turn = deliveries(queue().receive(10, visibility, Duration.ZERO));
        assertThat(turn).extracting(JobQueueContract::text).containsExactlyElementsOf(names("job-", messages));
        return turn;
    }

    private Delivery one() throws InterruptedException {
        List<Delivery> deliveries = receive(1);
        assertThat(deliveries).hasSize(1);
        return deliveries.getFirst();
    }

    private void assertHeedsNot(Receipt receipt) {
        assertThat(queue().extend(receipt, VISIBILITY)).isFalse();
        assertThat(queue().delay(receipt, VISIBILITY)).isFalse();
        assertThat(queue().deadLetter(receipt, "for the test")).isFalse();
        assertThat(queue().complete(receipt)).isFalse();
    }

    private static String text(Delivery delivery) {
        return new String(delivery.body().bytes(), StandardCharsets.UTF_8);
    }

    private static List<String> names(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> prefix + i).toList();
    }
}
