package dev.payfleet.worker.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.payfleet.provider.Origin;
import dev.payfleet.provider.PayrollProvider;
import dev.payfleet.provider.ProviderCatalog;
import dev.payfleet.scrub.KnownSecrets;
import dev.payfleet.session.Connection;
import dev.payfleet.session.ConnectionKey;
import dev.payfleet.session.ConnectionState;
import dev.payfleet.session.DisconnectedException;
import dev.payfleet.session.Secret;
import dev.payfleet.session.SignOutResult;
import dev.payfleet.session.StoredSession;
import dev.payfleet.worker.egress.EgressPool;
import dev.payfleet.worker.egress.PoliteGates;
import dev.payfleet.worker.egress.StandIns;
import dev.payfleet.worker.job.Account;
import dev.payfleet.worker.job.Consent;
import dev.payfleet.worker.job.JobProgress;
import dev.payfleet.worker.job.SignedIn;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The provider's own sign-out, over the wire.
class RelayedSignOutTest {
    private static final ConnectionKey ADA = new ConnectionKey("client", "ada");
    private static final String STATE = """
            {"cookies":[{"name":"lk_session","value":"live","domain":"127.0.0.1","path":"/","expires":-1,\
            "httpOnly":true,"secure":false,"sameSite":"Lax"}],"origins":[]}""";

    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private HttpServer site;
    private int status = 200;
    private boolean silent;

    @BeforeEach
    void open() throws IOException {
        site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        site.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        site.createContext("/", this::answer);
        site.start();
    }

    @AfterEach
    void close() {
        closing.countDown();
        site.stop(0);
    }

    @Test
    void is_asked_of_the_site_with_the_session() {
        assertThat(attempt("larkspur")).isEqualTo(SignOutResult.DONE);
        assertThat(requests).containsExactly("/sign-out lk_session=live");
    }

    @Test
    void a_site_that_does_not_take_it_changes_nothing() {
        status = 503;

        assertThat(attempt("larkspur")).isEqualTo(SignOutResult.FAILED);
    }

    @Test
    void a_site_that_is_silent_is_not_waited_for() {
        silent = true;

        assertThat(attempt("larkspur")).isEqualTo(SignOutResult.FAILED);
    }

    @Test
    void an_adapter_that_is_gone_offers_none() {
        assertThat(attempt("gone-pay")).isEqualTo(SignOutResult.NOT_OFFERED);
        assertThat(requests).isEmpty();
    }

    @Test
    void a_job_in_flight_whose_person_left_sends_nothing_more() {
        JobProgress progress = new JobProgress(Clock.systemUTC());
        Account account = new Account(new UUID(0, 1), ADA, larkspur(), 1, Optional.empty(), progress);

        assertThatThrownBy(() -> visits().visit(account, new SignedIn(session(), Optional.empty()), visit -> {
                    visit.download("/first");
                    progress.under(new Gone());
                    return visit.download("/second");
                }))
                .isInstanceOf(DisconnectedException.class);

        assertThat(requests).containsExactly("/first lk_session=live");
    }

    private void answer(HttpExchange exchange) throws IOException {
        requests.add(exchange.getRequestURI().getPath() + " "
                + exchange.getRequestHeaders().getFirst("Cookie"));
        if (silent) {
            awaitClosing();
        }
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private void awaitClosing() {
        try {
            closing.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private SignOutResult attempt(String provider) {
        RelayedSignOut signOut = new RelayedSignOut(
                ProviderCatalog.load(),
                EgressPool::direct,
                standIns(),
                new KnownSecrets(),
                Clock.systemUTC(),
                Duration.ofSeconds(silent ? 1 : 30));
        return signOut.attempt(new Connection(ADA, provider, Instant.now(), ConnectionState.ACTIVE, 1), session());
    }

    private RelayedHttpVisits visits() {
        return new RelayedHttpVisits(
                EgressPool.direct(), new PoliteGates(), standIns(), new KnownSecrets(), Clock.systemUTC());
    }

    private StandIns standIns() {
        Origin declared = larkspur().declaration().origins().getFirst();
        return new StandIns(Map.of(
                declared, Origin.of("http://127.0.0.1:" + site.getAddress().getPort())));
    }

    private static PayrollProvider larkspur() {
        return ProviderCatalog.load().find("larkspur").orElseThrow();
    }

    private static StoredSession session() {
        return new StoredSession(Secret.of(STATE), Instant.now(), Instant.now().plusSeconds(60), "a browser");
    }

    /// The consent of somebody who left.
    private static final class Gone implements Consent {
        @Override
        public void require() {
            requireNow();
        }

        @Override
        public void requireNow() {
            throw new DisconnectedException(ADA);
        }
    }
}
