package dev.payfleet.worker.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import dev.payfleet.session.ConnectionKey;
import dev.payfleet.worker.egress.EgressRelay;
import dev.payfleet.worker.egress.EgressPool;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Visits on two real lanes that all tests share, as all jobs of a worker do.
@Timeout(value = 90, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LanesTest {
    private static TinySite site;
    private static EgressRelay relay;
    private static Lanes lanes;

    @BeforeAll
    static void open() {
        site = new TinySite();
        relay = EgressRelay.open(EgressPool.direct().routeFor(new ConnectionKey("t", "c")), (scheme, host, port) -> true);
        lanes = new Lanes(LaneConfig.usual(2, TestHome.PATH), InstantSource.system());
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

    private static VisitSpec spec() {
        return VisitSpec.through(relay.uri());
    }
}
