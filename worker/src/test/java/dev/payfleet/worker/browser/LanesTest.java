package dev.payfleet.worker.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.TimeoutError;
import dev.payfleet.session.ConnectionKey;
import dev.payfleet.session.Secret;
import dev.payfleet.worker.egress.EgressPool;
import dev.payfleet.worker.egress.EgressRelay;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.MDC;

/// What visits may rely on, on two real lanes that all these tests share, as all jobs of a worker do.
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class LanesTest {
    private static TinySite site;
    private static EgressRelay relay;
    private static Lanes lanes;

    @BeforeAll
    static void open() {
        site = new TinySite();
        relay = EgressRelay.open(
                EgressPool.direct().routeFor(new ConnectionKey("tenant", "connection")),
                (scheme, host, port) -> port == site.port());
        lanes = new Lanes(TestHome.lanes(2), InstantSource.system());
        lanes.start();
    }

    @AfterAll
    static void close() {
        lanes.close();
        relay.close();
        site.close();
    }

    @Test
    void a_visit_reads_a_page_through_its_relay() throws Exception {
        long before = relay.use().bytesDown();

        String title = lanes.visit(spec(), visit -> {
            visit.page().navigate(site.url("/"));
            return visit.page().title();
        });

        assertThat(title).isEqualTo("home");
        assertThat(relay.use().bytesDown()).isGreaterThan(before);
    }

    @Test
    void a_page_reaches_no_origin_that_the_wall_refuses() throws Exception {
        try (TinySite other = new TinySite()) {
            long refused = relay.use().refused();

            int status = lanes.visit(
                    spec(), visit -> visit.page().navigate(other.url("/")).status());

            assertThat(status).isEqualTo(403);
            assertThat(relay.use().refused()).isGreaterThan(refused);
            assertThat(other.hits()).isZero();
        }
    }

    @Test
    void a_page_that_has_no_relay_reaches_nothing() throws Exception {
        int before = site.hits();

        lanes.visit(spec(), visit -> {
            assertThatThrownBy(() -> visit.blankContext().newPage().navigate(site.url("/")))
                    .isInstanceOf(PlaywrightException.class);
            return true;
        });

        assertThat(site.hits()).isEqualTo(before);
    }

    @Test
    void cookies_of_one_visit_are_not_seen_by_another() throws Exception {
        lanes.visit(spec(), visit -> visit.page().navigate(site.url("/cookie?who=ada")));

        for (int i = 0; i < 4; i++) {
            assertThat(cookiesSeen(spec())).doesNotContain("ada");
        }
    }

    @Test
    void storage_of_one_visit_is_restored_in_another() throws Exception {
        Secret state = lanes.visit(spec(), visit -> {
            visit.page().navigate(site.url("/cookie?who=grace"));
            return visit.storageState();
        });

        assertThat(cookiesSeen(spec().restoring(state))).contains("who=grace");
    }

    @Test
    void a_tabs_storage_is_restored_once_and_what_the_site_makes_of_it_is_kept() throws Exception {
        Secret first = lanes.visit(spec(), visit -> {
            visit.page().navigate(site.url("/"));
            visit.page().evaluate("sessionStorage.setItem('token', 'one'); localStorage.setItem('refresh', 'r1')");
            return visit.storageState();
        });
        Secret second = lanes.visit(spec().restoring(first), visit -> {
            visit.page().navigate(site.url("/"));
            assertThat(visit.page().evaluate("sessionStorage.token + localStorage.refresh"))
                    .isEqualTo("oner1");
            visit.page().evaluate("sessionStorage.setItem('token', 'two')");
            visit.page().navigate(site.url("/?again"));
            return visit.storageState();
        });

        assertThat(second.reveal()).contains("two").doesNotContain("one", "payfleet");
        assertThat(lanes.<Object>visit(spec().restoring(second), visit -> {
                    visit.page().navigate(site.url("/"));
                    return visit.page().evaluate("sessionStorage.token");
                }))
                .isEqualTo("two");
    }

    @Test
    void a_tabs_storage_is_kept_though_its_origin_was_not_opened() throws Exception {
        Secret first = lanes.visit(spec(), visit -> {
            visit.page().navigate(site.url("/"));
            visit.page().evaluate("sessionStorage.setItem('token', 'one')");
            return visit.storageState();
        });

        Secret second = lanes.visit(spec().restoring(first), LaneVisit::storageState);

        assertThat(second.reveal()).contains("one");
    }

    @Test
    void a_storage_state_that_is_none_is_refused_without_repeating_it() throws Exception {
        assertThatThrownBy(() -> lanes.visit(spec().restoring(Secret.of("{\"cookies\": \"hunter2")), visit -> 1))
                .isInstanceOf(BadStorageStateException.class)
                .hasMessageNotContaining("hunter2")
                .hasNoCause();
        assertThat(cookiesSeen(spec())).contains("[]");
    }

    @Test
    void what_the_work_throws_passes_unchanged_and_leaves_no_context() throws Exception {
        IllegalStateException thrown = new IllegalStateException("the work's own");

        assertThatThrownBy(() -> lanes.visit(spec(), visit -> {
                    visit.page().navigate(site.url("/"));
                    visit.blankContext().newPage();
                    throw thrown;
                }))
                .isSameAs(thrown);

        assertThat(contextsOpenOnBothLanes()).containsOnly(1);
    }

    @Test
    void a_timeout_of_playwright_is_the_works_own_and_keeps_the_lane() throws Exception {
        long restarts = restarts();

        assertThatThrownBy(() -> lanes.visit(spec(), visit -> {
                    visit.page().navigate(site.url("/"));
                    visit.page().click("#none", new Page.ClickOptions().setTimeout(50));
                    return 1;
                }))
                .isInstanceOf(TimeoutError.class);

        assertThat(restarts()).isEqualTo(restarts);
    }

    @Test
    void twenty_visits_at_once_share_two_lanes() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> visits = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                String who = "person-" + i;
                visits.add(threads.submit(() -> lanes.visit(spec(), visit -> {
                    visit.page().navigate(site.url("/cookie?who=" + who));
                    visit.page().navigate(site.url("/echo"));
                    return visit.page().textContent("#cookies")
                            + Thread.currentThread().getName();
                })));
            }
            for (int i = 0; i < 20; i++) {
                assertThat(visits.get(i).get())
                        .contains("[who=person-" + i + "]")
                        .contains("lane-");
            }
        }
    }

    @Test
    void a_visit_answers_to_its_lanes_thread_alone() throws Exception {
        lanes.visit(spec(), visit -> {
            try (ExecutorService other = Executors.newSingleThreadExecutor()) {
                assertThatThrownBy(() -> other.submit(visit::page).get())
                        .hasCauseInstanceOf(WrongThreadException.class);
            }
            return true;
        });
    }

    @Test
    void a_visit_that_is_over_answers_nothing() throws Exception {
        List<LaneVisit> kept = new ArrayList<>();
        lanes.visit(spec(), kept::add);

        assertThatThrownBy(() -> kept.getFirst().page()).isInstanceOf(WrongThreadException.class);
        assertThatThrownBy(() -> lanes.visit(spec(), visit -> onOneOf(kept)))
                .isInstanceOfAny(IllegalStateException.class, WrongThreadException.class);
    }

    @Test
    void the_callers_log_context_is_the_lanes() throws Exception {
        MDC.put("job_id", "j-1");
        try {
            assertThat(lanes.<String>visit(spec(), visit -> MDC.get("job_id"))).isEqualTo("j-1");
        } finally {
            MDC.clear();
        }
        assertThat(lanes.<String>visit(spec(), visit -> String.valueOf(MDC.get("job_id"))))
                .isEqualTo("null");
    }

    @Test
    void a_visit_waits_for_a_lane_no_longer_than_it_says() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch taken = new CountDownLatch(2);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> busy = List.of(
                    threads.submit(() -> lanes.visit(spec(), visit -> occupy(taken, release))),
                    threads.submit(() -> lanes.visit(spec(), visit -> occupy(taken, release))));
            taken.await();

            assertThatThrownBy(() -> lanes.visit(spec().waitingForLane(Duration.ofMillis(50)), visit -> 1))
                    .isInstanceOf(LanesBusyException.class);

            release.countDown();
            for (Future<Boolean> each : busy) {
                assertThat(each.get()).isTrue();
            }
        }
    }

    @Test
    void a_download_lies_in_the_lanes_own_folder_and_goes_with_the_visit() throws Exception {
        site.page("/slip", "<a id=slip href=/file>slip</a>");

        Path file = lanes.visit(spec(), visit -> {
            visit.page().navigate(site.url("/slip"));
            Download download = visit.page().waitForDownload(() -> visit.page().click("#slip"));
            assertThat(download.path()).exists();
            return download.path();
        });

        assertThat(file.startsWith(TestHome.PATH.resolve("tmp"))).isTrue();
        assertThat(file).doesNotExist();
    }

    @Test
    void a_browser_is_not_given_the_workers_environment() throws Exception {
        assertThat(System.getenv()).containsKey("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD");

        List<ProcessInfo> browsers = lanes.visit(spec(), visit -> {
            List<Long> ours = ProcessHandle.current()
                    .descendants()
                    .map(ProcessHandle::pid)
                    .toList();
            return ProcessInfo.all().stream()
                    .filter(process ->
                            ours.contains(process.pid()) && process.name().startsWith("chrom"))
                    .toList();
        });

        assertThat(browsers).isNotEmpty();
        assertThat(browsers)
                .noneMatch(process -> process.wasStartedWith(
                        "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=" + System.getenv("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD")));
    }

    @Test
    void a_lane_reports_what_it_does() throws Exception {
        LaneReport report = reportFromWithin("reading pay runs");

        assertThat(report.state()).isInstanceOf(LaneState.Busy.class);
        assertThat(report.browserVersion()).isNotEmpty();
    }

    /// A lane measures itself after a visit was answered and before it takes the next, and of three visits one
    /// after the other, two are on the same of two lanes.
    @Test
    void a_lane_reports_its_memory_and_visits_from_its_second_visit_on() throws Exception {
        List<LaneReport> reports = List.of(
                reportFromWithin("first visit"), reportFromWithin("second visit"), reportFromWithin("third visit"));

        assertThat(reports).anySatisfy(report -> {
            assertThat(report.visits()).isPositive();
            assertThat(report.memoryBytes()).isBetween(50L << 20, 2L << 30);
        });
    }

    /// What the lane reports that is at this step. The other lane may still be closing another test's visit.
    private static LaneReport reportFromWithin(String step) throws InterruptedException {
        return lanes.visit(spec(), visit -> {
            visit.step(step);
            return lanes.report().stream()
                    .filter(report -> report.state() instanceof LaneState.Busy busy
                            && busy.step().equals(step))
                    .findFirst()
                    .orElseThrow();
        });
    }

    private static Object onOneOf(List<LaneVisit> kept) {
        return kept.getFirst().page();
    }

    private static boolean occupy(CountDownLatch taken, CountDownLatch release) {
        taken.countDown();
        try {
            return release.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// Looks from within one visit on each lane: only the visit's own context should be open.
    private static List<Integer> contextsOpenOnBothLanes() throws Exception {
        CountDownLatch both = new CountDownLatch(2);
        LaneWork<Integer> count = visit -> {
            occupy(both, both);
            BrowserContext context = visit.context();
            return context.browser().contexts().size();
        };
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> one = threads.submit(() -> lanes.visit(spec(), count));
            Future<Integer> other = threads.submit(() -> lanes.visit(spec(), count));
            return List.of(one.get(), other.get());
        }
    }

    private static String cookiesSeen(VisitSpec spec) throws InterruptedException {
        return lanes.visit(spec, visit -> {
            visit.page().navigate(site.url("/echo"));
            return visit.page().textContent("#cookies");
        });
    }

    private static long restarts() {
        return lanes.report().stream().mapToLong(LaneReport::restarts).sum();
    }

    private static VisitSpec spec() {
        return VisitSpec.through(relay.uri());
    }
}
