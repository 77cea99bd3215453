package dev.payfleet.worker.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.payfleet.provider.Origin;
import dev.payfleet.provider.PayrollProvider;
import dev.payfleet.provider.PoliteRate;
import dev.payfleet.provider.ProviderCatalog;
import dev.payfleet.scrub.KnownSecrets;
import dev.payfleet.session.ConnectionKey;
import dev.payfleet.session.Secret;
import dev.payfleet.session.StoredSession;
import dev.payfleet.worker.egress.EgressPool;
import dev.payfleet.worker.egress.PoliteGates;
import dev.payfleet.worker.egress.StandIns;
import dev.payfleet.worker.job.Account;
import dev.payfleet.worker.job.JobProgress;
import dev.payfleet.worker.job.SignedIn;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// How many reads wait for a slow site at once, each on a virtual thread and through a relay of its own.
@Timeout(120)
class ManyReadsTest {
    private static final int CONNECTIONS = 300;
    private static final String NO_COOKIES = "{\"cookies\":[],\"origins\":[]}";

    private final Clock clock = Clock.systemUTC();
    private final PayrollProvider larkspur =
            ProviderCatalog.load().find("larkspur").orElseThrow();

    /// The site answers nobody before all wait: were one kept back by another, none would ever be answered.
    @Test
    void hundredsOfReadsWaitForTheSiteAtOnce() throws Exception {
        try (PatientSite site = PatientSite.answeringOnce(CONNECTIONS);
                RelayedHttpVisits visits = visits(site);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> reads = new ArrayList<>();
            for (int number = 0; number < CONNECTIONS; number++) {
                Account account = account("connection-" + number);
                reads.add(threads.submit(() -> titleRead(visits, account)));
            }

            for (Future<String> read : reads) {
                assertThat(read.get(1, TimeUnit.MINUTES)).isEqualTo("Company");
            }
            assertThat(site.mostWaiting()).isEqualTo(CONNECTIONS);
        }
    }

    /// The gate of one connection delays nobody else's.
    @Test
    void eachConnectionKeepsToThePoliteRateByItself() {
        PoliteGates gates = new PoliteGates();
        PoliteRate twoASecond = new PoliteRate(2);
        long begin = System.nanoTime();

        for (int number = 0; number < CONNECTIONS; number++) {
            ConnectionKey key = new ConnectionKey("client", "connection-" + number);
            gates.gate("larkspur", key, twoASecond, _ -> {}).beforeRequest();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(30));

        long one = System.nanoTime();
        for (int request = 0; request < 7; request++) {
            gates.gate("larkspur", new ConnectionKey("client", "one"), twoASecond, _ -> {})
                    .beforeRequest();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - one)).isGreaterThan(Duration.ofSeconds(2));
    }

    private static String titleRead(RelayedHttpVisits visits, Account account) {
        StoredSession session = new StoredSession(
                Secret.of(NO_COOKIES), Instant.now(), Instant.now().plusSeconds(60), "a browser");
        return visits.visit(
                        account,
                        new SignedIn(session, Optional.empty()),
                        visit -> visit.open("/company").title())
                .value();
    }

    private RelayedHttpVisits visits(PatientSite site) {
        Origin declared = larkspur.declaration().origins().getFirst();
        return new RelayedHttpVisits(
                EgressPool.direct(),
                new PoliteGates(),
                new StandIns(Map.of(declared, site.origin())),
                new KnownSecrets(),
                clock);
    }

    private Account account(String connection) {
        return new Account(
                new UUID(0, 1),
                new ConnectionKey("client", connection),
                larkspur,
                1,
                Optional.empty(),
                new JobProgress(clock));
    }

    /// A signed-in page of Larkspur's, for everybody at the same time.
    private static final class PatientSite implements AutoCloseable {
        private static final byte[] PAGE =
                "<title>Company</title><nav id=main-nav></nav>".getBytes(StandardCharsets.UTF_8);

        private final HttpServer server;
        private final CountDownLatch expected;
        private final AtomicInteger waiting = new AtomicInteger();
        private final AtomicInteger most = new AtomicInteger();

        private PatientSite(HttpServer server, int expected) {
            this.server = server;
            this.expected = new CountDownLatch(expected);
        }

        static PatientSite answeringOnce(int waiting) throws IOException {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), waiting);
            PatientSite site = new PatientSite(server, waiting);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", site::answer);
            server.start();
            return site;
        }

        private void answer(HttpExchange exchange) throws IOException {
            most.accumulateAndGet(waiting.incrementAndGet(), Math::max);
            expected.countDown();
            try (exchange) {
                boolean _ = expected.await(1, TimeUnit.MINUTES);
                exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
                exchange.sendResponseHeaders(200, PAGE.length);
                exchange.getResponseBody().write(PAGE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                waiting.decrementAndGet();
            }
        }

        int mostWaiting() {
            return most.get();
        }

        Origin origin() {
            return Origin.of("http://127.0.0.1:" + server.getAddress().getPort());
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
