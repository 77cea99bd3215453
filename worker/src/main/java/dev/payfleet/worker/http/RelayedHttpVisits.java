package dev.payfleet.worker.http;

import dev.payfleet.provider.Origins;
import dev.payfleet.provider.ProviderDeclaration;
import dev.payfleet.provider.ProviderException;
import dev.payfleet.provider.VisitByHttp;
import dev.payfleet.provider.visit.Cookie;
import dev.payfleet.provider.visit.CookieJar;
import dev.payfleet.provider.visit.HttpVisit;
import dev.payfleet.provider.visit.RecordIds;
import dev.payfleet.scrub.KnownSecrets;
import dev.payfleet.session.StoredSession;
import dev.payfleet.worker.egress.EgressPool;
import dev.payfleet.worker.egress.EgressUse;
import dev.payfleet.worker.egress.PoliteGates;
import dev.payfleet.worker.egress.RelayLimits;
import dev.payfleet.worker.egress.StandIns;
import dev.payfleet.worker.egress.VisitEgress;
import dev.payfleet.worker.job.Account;
import dev.payfleet.worker.job.HttpVisits;
import dev.payfleet.worker.job.Visited;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/// HTTP visits through the connection's egress relay. A client of its own for each visit: nothing, not even a
/// kept-alive
/// connection, is shared between two people. Hundreds may be under way at once.
public final class RelayedHttpVisits implements HttpVisits, AutoCloseable {
    /// What a session of unknown origin is read with; in practice each stored session names the browser that made it.
    private static final String UNKNOWN_BROWSER = "Payfleet";

    private static final Duration PER_REQUEST = Duration.ofSeconds(30);

    private final EgressPool egress;
    private final PoliteGates gates;
    private final StandIns standIns;
    private final KnownSecrets secrets;
    private final Clock clock;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("http-", 0).factory());

    /// @param standIns simulated sites
    /// @param secrets where cookies in use are made known
    public RelayedHttpVisits(
            EgressPool egress, PoliteGates gates, StandIns standIns, KnownSecrets secrets, Clock clock) {
        this.egress = egress;
        this.gates = gates;
        this.standIns = standIns;
        this.secrets = secrets;
        this.clock = clock;
    }

    @Override
    public <T> Visited<T> visit(Account account, StoredSession session, Function<VisitByHttp, T> work) {
        ProviderDeclaration provider = account.provider().declaration();
        Origins origins = standIns.of(provider);
        List<Cookie> before = StorageState.cookies(session.state());
        CookieJar jar = new CookieJar(before, clock);
        try (SessionCookies _ = SessionCookies.inUse(before, secrets);
                VisitEgress out = VisitEgress.open(egress, account.key(), origins, RelayLimits.USUAL);
                HttpClient client = client(out)) {
            try {
                T value = work.apply(visit(account, session, origins, jar, client));
                return new Visited<>(value, renewed(session, before, jar.cookies()));
            } catch (ProviderException e) {
                throw out.explain(e);
            } finally {
                // The client's own close waits for an orderly end that a finished visit has no use for.
                client.shutdownNow();
                EgressUse use = out.use();
                account.progress().transferred(use.bytesUp(), use.bytesDown());
            }
        }
    }

    private HttpClient client(VisitEgress out) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .proxy(out.proxySelector())
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(RelayLimits.USUAL.connect())
                .executor(threads)
                .build();
    }

    private HttpVisit visit(Account account, StoredSession session, Origins origins, CookieJar jar, HttpClient client) {
        ProviderDeclaration provider = account.provider().declaration();
        String userAgent = session.userAgent();
        return new HttpVisit(
                client,
                origins,
                provider.signs(),
                jar,
                userAgent == null ? UNKNOWN_BROWSER : userAgent,
                new RecordIds(account.key().connectionId()),
                clock,
                gates.gate(provider.id(), account.key(), provider.politeRate(), account.progress()::step),
                PER_REQUEST);
    }

    private static StoredSession renewed(StoredSession session, List<Cookie> before, List<Cookie> after) {
        return after.equals(before)
                ? session
                : new StoredSession(
                        StorageState.with(session.state(), after),
                        session.obtainedAt(),
                        session.expiresAt(),
                        session.userAgent());
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
