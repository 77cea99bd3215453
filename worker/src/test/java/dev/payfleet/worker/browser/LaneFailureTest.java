package dev.payfleet.worker.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.payfleet.session.ConnectionKey;
import dev.payfleet.worker.egress.EgressPool;
import dev.payfleet.worker.egress.EgressRelay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What becomes of a visit, and of its lane, when processes are killed, pages hang and budgets run out. One lane
/// each, so that the next visit is served by its successor.
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class LaneFailureTest {
    private TinySite site;
    private EgressRelay relay;
    private Lanes lanes;

    @BeforeEach
    void open() {
        site = new TinySite();
        site.page("/hang", "<script>function hang() { for (;;) {} }</script>");
        relay = EgressRelay.open(
                EgressPool.direct().routeFor(new ConnectionKey("tenant", "connection")), (scheme, host, port) -> true);
    }

    @AfterEach
    void close() {
        lanes.close();
        relay.close();
        site.close();
    }

    @Test
    void a_killed_browser_fails_the_visit_and_the_next_one_gets_a_fresh_lane() throws Exception {
        start(LaneBudget.USUAL);

        assertThatThrownBy(() -> visitKilling(process -> isBrowserProcess(process, "--type=")))
                .isInstanceOf(LaneLostException.class)
                .hasMessageContaining("reading");

        assertNextVisitWorksOnAFreshLane();
    }

    @Test
    void a_killed_driver_fails_the_visit_and_the_next_one_gets_a_fresh_lane() throws Exception {
        start(LaneBudget.USUAL);

        assertThatThrownBy(() -> visitKilling(process -> commandLine(process).contains("run-driver")))
                .isInstanceOf(LaneLostException.class);

        assertNextVisitWorksOnAFreshLane();
    }

    @Test
    void a_killed_page_process_fails_the_visit_and_the_next_one_gets_a_fresh_lane() throws Exception {
        start(LaneBudget.USUAL);

        assertThatThrownBy(() -> visitKilling(process -> commandLine(process).contains("--type=renderer")))
                .isInstanceOf(LaneLostException.class);

        assertNextVisitWorksOnAFreshLane();
    }

    @Test
    void a_lane_that_died_while_idle_costs_no_visit() throws Exception {
        start(LaneBudget.USUAL);
        assertThat(title()).isEqualTo("home");
        tree().forEach(process -> ProcessHandle.of(process.pid()).ifPresent(ProcessHandle::destroyForcibly));

        assertNextVisitWorksOnAFreshLane();
    }

    @Test
    void a_page_that_hangs_is_killed_after_the_stuck_time() throws Exception {
        start(new LaneBudget(200, Duration.ofHours(2), 900L << 20, Duration.ofSeconds(2)));

        assertThatThrownBy(() -> lanes.visit(spec(), visit -> {
                    visit.page().navigate(site.url("/hang"));
                    visit.step("hanging");
                    return visit.page().evaluate("hang()");
                }))
                .isInstanceOf(LaneStuckException.class)
                .hasMessageContaining("hanging");

        assertNextVisitWorksOnAFreshLane();
    }

    @Test
    void a_visit_that_keeps_making_steps_is_not_stuck() throws Exception {
        start(new LaneBudget(200, Duration.ofHours(2), 900L << 20, Duration.ofSeconds(2)));

        lanes.visit(spec(), visit -> {
            for (int i = 0; i < 8; i++) {
                visit.step("step " + i);
                visit.page().waitForTimeout(400);
            }
            return true;
        });

        assertThat(lanes.report().getFirst().restarts()).isZero();
    }

    @Test
    void work_that_never_comes_back_is_given_up() throws Exception {
        start(new LaneBudget(200, Duration.ofHours(2), 900L << 20, Duration.ofSeconds(1)));
        AtomicBoolean over = new AtomicBoolean();

        try {
            assertThatThrownBy(() -> lanes.visit(spec(), visit -> {
                        while (!over.get()) {
                            Thread.onSpinWait();
                        }
                        return true;
                    }))
                    .isInstanceOf(LaneStuckException.class);

            assertThat(title()).isEqualTo("home");
        } finally {
            over.set(true);
        }
    }

    @Test
    void a_lane_is_renewed_after_its_number_of_visits() throws Exception {
        start(new LaneBudget(2, Duration.ofHours(2), 900L << 20, Duration.ofSeconds(60)));

        for (int i = 0; i < 5; i++) {
            assertThat(title()).isEqualTo("home");
        }

        assertThat(lanes.report().getFirst().restarts()).isEqualTo(2);
        assertThat(lanes.report().getFirst().visits()).isEqualTo(5);
    }

    @Test
    void a_lane_is_renewed_when_it_takes_too_much_memory() throws Exception {
        start(new LaneBudget(200, Duration.ofHours(2), 1L << 20, Duration.ofSeconds(60)));

        assertThat(title()).isEqualTo("home");

        assertNextVisitWorksOnAFreshLane();
    }

    @Test
    void an_interrupted_caller_kills_its_visit_and_is_told() throws Exception {
        start(LaneBudget.USUAL);
        CountDownLatch inside = new CountDownLatch(1);
        AtomicReference<Throwable> seen = new AtomicReference<>();
        Thread caller = Thread.ofVirtual().start(() -> {
            try {
                lanes.visit(spec(), visit -> {
                    visit.page().navigate(site.url("/hang"));
                    inside.countDown();
                    return visit.page().evaluate("hang()");
                });
            } catch (InterruptedException | RuntimeException e) {
                seen.set(e);
            }
        });
        inside.await();

        caller.interrupt();
        caller.join();

        assertThat(seen.get()).isInstanceOf(InterruptedException.class);
        assertNextVisitWorksOnAFreshLane();
    }

    @Test
    void closing_kills_what_runs_and_leaves_no_process_and_no_file() throws Exception {
        start(LaneBudget.USUAL);
        CountDownLatch inside = new CountDownLatch(1);
        AtomicReference<Throwable> seen = new AtomicReference<>();
        Thread caller = Thread.ofVirtual().start(() -> {
            try {
                lanes.visit(spec(), visit -> {
                    visit.page().navigate(site.url("/hang"));
                    inside.countDown();
                    return visit.page().evaluate("hang()");
                });
            } catch (InterruptedException | RuntimeException e) {
                seen.set(e);
            }
        });
        inside.await();
        List<ProcessInfo> before = tree();

        lanes.close();
        lanes.close();
        caller.join();

        assertThat(before).hasSizeGreaterThan(3);
        assertThat(seen.get()).isInstanceOf(LanesClosedException.class);
        assertThat(tree()).isEmpty();
        assertThat(ProcessInfo.all()).doesNotContainAnyElementsOf(before);
        assertThatThrownBy(this::title).isInstanceOf(LanesClosedException.class);
    }

    @Test
    void draining_waits_for_the_visit_that_runs_and_takes_no_other() throws Exception {
        start(LaneBudget.USUAL);
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        Thread caller = Thread.ofVirtual().start(() -> {
            try {
                lanes.visit(spec(), visit -> occupy(inside, release));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        inside.await();

        assertThat(lanes.drain(Duration.ofMillis(50))).isFalse();
        assertThatThrownBy(this::title).isInstanceOf(LanesClosedException.class);
        release.countDown();
        assertThat(lanes.drain(Duration.ofSeconds(30))).isTrue();
        caller.join();
    }

    @Test
    void without_a_browser_a_visit_is_told_at_once_what_to_do() {
        LaneConfig config = TestHome.lanes(2).with(new BrowserChoice.Executable(Path.of("/nowhere/chromium")));
        lanes = new Lanes(config, InstantSource.system());
        lanes.start();

        assertThatThrownBy(() -> lanes.visit(spec(), visit -> 1))
                .isInstanceOf(BrowserMissingException.class)
                .hasMessageContaining("./payfleet setup")
                .hasMessageContaining("PAYFLEET_BROWSER");
        assertThat(lanes.report())
                .allSatisfy(report -> assertThat(report.state()).isInstanceOf(LaneState.Dead.class));
    }

    @Test
    void a_browser_that_does_not_start_is_not_tried_again_and_again() throws Exception {
        LaneConfig config = TestHome.lanes(1).with(new BrowserChoice.Executable(Path.of("/bin/false")));
        lanes = new Lanes(config, InstantSource.system());
        lanes.start();

        assertThatThrownBy(() -> lanes.visit(spec(), visit -> 1)).isInstanceOf(LaneStartException.class);
        assertThatThrownBy(() -> lanes.visit(spec(), visit -> 1)).isInstanceOf(LaneStartException.class);
        assertThat(lanes.report().getFirst().restarts()).isZero();
    }

    private void start(LaneBudget budget) {
        lanes = new Lanes(TestHome.lanes(1).with(budget), InstantSource.system());
        lanes.start();
    }

    private VisitSpec spec() {
        return VisitSpec.through(relay.uri());
    }

    private static boolean occupy(CountDownLatch inside, CountDownLatch release) {
        inside.countDown();
        try {
            return release.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Object visitKilling(Predicate<ProcessInfo> victim) throws InterruptedException {
        return lanes.visit(spec(), visit -> {
            visit.page().navigate(site.url("/"));
            visit.step("reading");
            List<ProcessInfo> victims = tree().stream().filter(victim).toList();
            assertThat(victims).isNotEmpty();
            victims.forEach(process -> ProcessHandle.of(process.pid()).ifPresent(ProcessHandle::destroyForcibly));
            visit.page().waitForTimeout(5_000);
            return visit.page().title();
        });
    }

    private void assertNextVisitWorksOnAFreshLane() throws Exception {
        assertThat(title()).isEqualTo("home");
        assertThat(lanes.report().getFirst().restarts()).isEqualTo(1);
    }

    private String title() throws InterruptedException {
        return lanes.visit(spec(), visit -> {
            visit.page().navigate(site.url("/"));
            return visit.page().title();
        });
    }

    /// The processes of the lanes in this JVM: the drivers it started, and all their descendants.
    private static List<ProcessInfo> tree() {
        List<Long> descendants =
                ProcessHandle.current().descendants().map(ProcessHandle::pid).toList();
        return ProcessInfo.all().stream()
                .filter(process -> descendants.contains(process.pid()))
                .toList();
    }

    private static boolean isBrowserProcess(ProcessInfo process, String absent) {
        String line = commandLine(process);
        return line.contains("--headless") && !line.contains(absent);
    }

    private static String commandLine(ProcessInfo process) {
        try {
            return Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"))
                    .replace('\0', ' ');
        } catch (IOException e) {
            return "";
        }
    }
}
