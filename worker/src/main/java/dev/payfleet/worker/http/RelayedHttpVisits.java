package dev.payfleet.worker.http;

import dev.payfleet.provider.Origins;
import dev.payfleet.provider.ProviderDeclaration;
import dev.payfleet.provider.ProviderException;
import dev.payfleet.provider.VisitByHttp;
import dev.payfleet.provider.visit.CookieJar;
import dev.payfleet.provider.visit.HttpVisit;
import dev.payfleet.provider.visit.RecordIds;
import dev.payfleet.provider.visit.RequestGate;
import dev.payfleet.provider.visit.VisitSetting;
import dev.payfleet.provider.visit.WebStorage;
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
import dev.payfleet.worker.job.SignedIn;
import dev.payfleet.worker.job.Visited;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/// HTTP visits through the connection's egress relay. A client of its own for each visit: nothing, not even a
/// kept-alive connection, is shared between two people. Hundreds may be under way at once.
public final class RelayedHttpVisits implements HttpVisits, AutoCloseable {
    /// What a session of unknown origin is read with; in practice each stored session names the browser that made
    /// it.
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
    /// @param secrets where cookies and tokens in use are made known
    public RelayedHttpVisits(
            EgressPool egress, PoliteGates gates, StandIns standIns, KnownSecrets secrets, Clock clock) {
        this.egress = egress;
        this.gates = gates;
        this.standIns = standIns;
        this.secrets = secrets;
        this.clock = clock;
    }

    @Override
    public <T> Visited<T> visit(Account account, SignedIn signedIn, Function<VisitByHttp, T> work) {
        ProviderDeclaration provider = account.provider().declaration();
        Origins origins = standIns.of(provider);
        BrowserState state = BrowserState.read(TwoClocks.together(signedIn));
        CookieJar jar = new CookieJar(state.cookies(), clock);
        try (SessionSecrets known = SessionSecrets.inUse(state, secrets);
                VisitEgress out = VisitEgress.open(egress, account.key(), origins, RelayLimits.USUAL);
                HttpClient client = client(out)) {
            try {
                WebStorage storage = new WebStorage(state.local(), state.session(), known::add);
                T value = work.apply(visit(account, signedIn.session(), origins, jar, storage, client));
                TwoClocks clocks = new TwoClocks(provider, origins, clock);
                return new Visited<>(value, renewed(signedIn, state, jar, storage, clocks));
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

    private HttpVisit visit(
            Account account,
            StoredSession session,
            Origins origins,
            CookieJar jar,
            WebStorage storage,
            HttpClient client) {
        ProviderDeclaration provider = account.provider().declaration();
        RequestGate gate = gates.gate(provider.id(), account.key(), provider.politeRate(), account.progress()::step);
        RecordIds ids = new RecordIds(account.key().connectionId());
        String userAgent = session.userAgent();
        return new HttpVisit(
                client,
                VisitSetting.of(account.provider(), origins, ids, clock, gate, PER_REQUEST),
                jar,
                storage,
                userAgent == null ? UNKNOWN_BROWSER : userAgent);
    }

    private static SignedIn renewed(
            SignedIn signedIn, BrowserState before, CookieJar jar, WebStorage storage, TwoClocks clocks) {
        boolean same = jar.cookies().equals(before.cookies())
                && storage.local().equals(before.local())
                && storage.session().equals(before.session());
        return same
                ? signedIn
                : clocks.apart(
                        before.with(jar.cookies(), storage.local(), storage.session()),
                        signedIn.session(),
                        signedIn.trust());
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
