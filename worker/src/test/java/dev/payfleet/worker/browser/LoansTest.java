package dev.payfleet.worker.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.payfleet.session.ConnectionKey;
import dev.payfleet.worker.egress.EgressPool;
import dev.payfleet.worker.egress.EgressRelay;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What becomes of the one lane's work while it keeps a page open for a person.
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class LoansTest {
    private final CountDownLatch waiting = new CountDownLatch(1);
    private final CountDownLatch answered = new CountDownLatch(1);
    private final CountDownLatch working = new CountDownLatch(1);
    private final CountDownLatch done = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private EgressRelay relay;
    private Lanes lanes;

    @BeforeEach
    void open() {
        relay = EgressRelay.open(
                EgressPool.direct().routeFor(new ConnectionKey("tenant", "connection")), (_, _, _) -> false);
        lanes = new Lanes(TestHome.lanes(1).withSubstitutes(1), InstantSource.system());
        lanes.start();
    }

    @AfterEach
    void close() {
        answered.countDown();
        done.countDown();
        threads.shutdown();
        lanes.close();
        relay.close();
    }

    @Test
    void another_visit_is_served_while_the_only_lane_waits_for_a_person_and_the_substitute_goes_afterwards()
            throws Exception {
        Future<Boolean> asked = threads.submit(this::waitingVisit);
        waiting.await();

        assertThat(lanes.<String>visit(spec(), visit -> "served")).isEqualTo("served");
        assertThat(lanes.report())
                .hasSize(2)
                .first()
                .satisfies(report -> assertThat(report.state()).isInstanceOf(LaneState.Waiting.class));

        answered.countDown();
        working.await();
        untilOneLaneIsLeft();
        done.countDown();
        assertThat(asked.get()).isTrue();
        assertThat(lanes.<String>visit(spec(), visit -> "served again")).isEqualTo("served again");
    }

    @Test
    void a_visit_that_ends_while_it_waits_gives_its_substitute_back_too() throws Exception {
        lanes.visit(spec().mayWaitForPerson(), visit -> {
            visit.waiting("person", Instant.now().plusSeconds(60));
            return true;
        });

        untilOneLaneIsLeft();
    }

    @Test
    void no_more_visits_may_wait_than_substitutes_can_be_lent() throws Exception {
        Future<Boolean> asked = threads.submit(this::waitingVisit);
        waiting.await();

        assertThatThrownBy(() -> lanes.visit(spec().mayWaitForPerson(), visit -> true))
                .isInstanceOf(LanesBusyException.class)
                .hasMessageContaining("wait for a person");

        answered.countDown();
        done.countDown();
        assertThat(asked.get()).isTrue();
        assertThat(lanes.<Boolean>visit(spec().mayWaitForPerson(), visit -> true))
                .isTrue();
    }

    @Test
    void a_visit_that_did_not_say_so_may_not_wait() throws Exception {
        assertThatThrownBy(() -> lanes.visit(spec(), visit -> {
                    visit.waiting("person", Instant.now().plusSeconds(60));
                    return true;
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(lanes.report()).hasSize(1);
    }

    @Test
    void lanes_that_close_leave_no_substitute_behind() throws Exception {
        Future<Boolean> asked = threads.submit(this::waitingVisit);
        waiting.await();
        assertThat(lanes.<String>visit(spec(), visit -> "served")).isEqualTo("served");

        lanes.close();

        assertThat(browsers()).isEmpty();
        answered.countDown();
        done.countDown();
        assertThat(asked).failsWithin(Duration.ofSeconds(10));
    }

    private boolean waitingVisit() throws InterruptedException {
        return lanes.visit(spec().mayWaitForPerson(), visit -> {
            visit.page();
            visit.waiting("person", Instant.now().plusSeconds(60));
            waiting.countDown();
            pass(answered);
            visit.step("answering");
            working.countDown();
            pass(done);
            return true;
        });
    }

    /// The time-out of the test bounds it.
    private void untilOneLaneIsLeft() {
        while (lanes.report().size() > 1) {
            Thread.onSpinWait();
        }
    }

    private static List<ProcessInfo> browsers() {
        List<Long> ours =
                ProcessHandle.current().descendants().map(ProcessHandle::pid).toList();
        return ProcessInfo.all().stream()
                .filter(process -> ours.contains(process.pid()))
                .filter(process -> process.name().startsWith("chrom"))
                .toList();
    }

    private static void pass(CountDownLatch gate) {
        try {
            assertThat(gate.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private VisitSpec spec() {
        return VisitSpec.through(relay.uri());
    }
}
