package dev.payfleet.worker.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.payfleet.fixture.larkspur.LarkspurPeople;
import dev.payfleet.fixture.larkspur.LarkspurSite;
import dev.payfleet.fixture.larkspur.SiteOptions;
import dev.payfleet.fixture.proxy.FixtureProxy;
import dev.payfleet.fixture.proxy.ProxyMood;
import dev.payfleet.fixture.proxy.ProxyOptions;
import dev.payfleet.provider.Origin;
import dev.payfleet.provider.PayrollProvider;
import dev.payfleet.provider.ProviderCatalog;
import dev.payfleet.provider.ProviderException;
import dev.payfleet.provider.Trouble;
import dev.payfleet.scrub.KnownSecrets;
import dev.payfleet.session.ConnectionKey;
import dev.payfleet.session.Secret;
import dev.payfleet.session.StoredSession;
import dev.payfleet.worker.egress.PoliteGates;
import dev.payfleet.worker.egress.ProxyEndpoint;
import dev.payfleet.worker.egress.ProxyPool;
import dev.payfleet.worker.egress.StandIns;
import dev.payfleet.worker.job.Account;
import dev.payfleet.worker.job.JobProgress;
import dev.payfleet.worker.job.SignedIn;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Reading without a browser, through a proxy that asks for a password.
@Timeout(120)
class RelayedHttpVisitsTest {
    private static final String USER = "fleet";
    private static final String PASSWORD = "proxy-password";
    private static final String NO_COOKIES = "{\"cookies\":[],\"origins\":[]}";

    private static LarkspurSite site;
    private static FixtureProxy proxy;

    private final Clock clock = Clock.systemUTC();
    private final JobProgress progress = new JobProgress(clock);
    private final KnownSecrets secrets = new KnownSecrets();

    @BeforeAll
    static void open() {
        site = LarkspurSite.start(SiteOptions.of(LarkspurPeople.of(1, 1)));
        proxy = FixtureProxy.start(ProxyOptions.of(Map.of(USER, PASSWORD)));
    }

    @AfterAll
    static void close() {
        proxy.close();
        site.close();
    }

    @BeforeEach
    void wellBehaved() {
        proxy.behave(ProxyMood.SERVING);
    }

    @Test
    void withoutASessionThePageSaysSignedOut() {
        assertThat(troubleOfOpening("/dashboard", PASSWORD)).isEqualTo(new Trouble.SignedOut());
    }

    @Test
    void theBytesOfAJobAreThoseThatTheProxyCounted() {
        long before = proxy.counts(USER).bytes();
        troubleOfOpening("/dashboard", PASSWORD);
        assertThat(progress.bytesUp() + progress.bytesDown())
                .isEqualTo(proxy.counts(USER).bytes() - before);
    }

    @Test
    void aWrongProxyPasswordIsTroubleOfTheEgressAndNotOfTheProvider() {
        assertThat(troubleOfOpening("/dashboard", "wrong")).isEqualTo(new Trouble.EgressUnavailable());
    }

    @Test
    void aDeadProxyIsTroubleOfTheEgress() {
        proxy.die();
        try {
            assertThat(troubleOfOpening("/dashboard", PASSWORD)).isEqualTo(new Trouble.EgressUnavailable());
        } finally {
            proxy.revive();
        }
    }

    @Test
    void nothingOutsideTheDeclaredOriginsIsReached() {
        assertThat(troubleOfOpening("https://elsewhere.example/", PASSWORD)).isInstanceOf(Trouble.OriginRefused.class);
    }

    @Test
    void aCookieInUseIsKnownToTheScrubberForAsLong() {
        String state = """
                {"cookies":[{"name":"lk_session","value":"a-session-cookie","domain":"127.0.0.1","path":"/","expires":-1,\
                "httpOnly":true,"secure":false,"sameSite":"Lax"}],"origins":[]}""";
        visits(PASSWORD).visit(account(), session(state), visit -> {
            assertThat(secrets.isIn("lk_session=a-session-cookie")).isTrue();
            return 0;
        });
        assertThat(secrets.isIn("lk_session=a-session-cookie")).isFalse();
    }

    @Test
    void aSessionThatWasOnlyReadComesBackAsItWas() {
        SignedIn signedIn = session(NO_COOKIES);
        assertThat(visits(PASSWORD).visit(account(), signedIn, visit -> 0).signedIn())
                .isSameAs(signedIn);
    }

    private Trouble troubleOfOpening(String path, String proxyPassword) {
        Trouble[] trouble = new Trouble[1];
        assertThatThrownBy(() -> visits(proxyPassword).visit(account(), session(NO_COOKIES), visit -> visit.open(path)))
                .isInstanceOfSatisfying(ProviderException.class, e -> trouble[0] = e.trouble());
        return trouble[0];
    }

    private RelayedHttpVisits visits(String proxyPassword) {
        ProxyEndpoint endpoint =
                ProxyEndpoint.authenticated(proxy.host(), proxy.port(), USER, Secret.of(proxyPassword));
        Origin declared = larkspur().declaration().origins().getFirst();
        return new RelayedHttpVisits(
                new ProxyPool(List.of(endpoint), Duration.ofSeconds(30), clock),
                new PoliteGates(),
                new StandIns(Map.of(declared, Origin.of(site.origin()))),
                secrets,
                clock);
    }

    private Account account() {
        return new Account(
                new UUID(0, 1), new ConnectionKey("client", "ada"), larkspur(), 1, Optional.empty(), progress);
    }

    private static PayrollProvider larkspur() {
        return ProviderCatalog.load().find("larkspur").orElseThrow();
    }

    private static SignedIn session(String state) {
        return new SignedIn(
                new StoredSession(Secret.of(state), Instant.now(), Instant.now().plusSeconds(60), "a browser"),
                Optional.empty());
    }
}
