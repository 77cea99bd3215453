package dev.payfleet.worker.demo;

import dev.payfleet.fixture.larkspur.LarkspurPeople;
import dev.payfleet.fixture.larkspur.LarkspurSite;
import dev.payfleet.fixture.larkspur.SiteOptions;
import dev.payfleet.fixture.proxy.FixtureProxy;
import dev.payfleet.fixture.proxy.ProxyOptions;
import dev.payfleet.provider.Origin;
import dev.payfleet.provider.PayrollProvider;
import dev.payfleet.provider.ProviderCatalog;
import dev.payfleet.worker.fleet.Fleet;
import dev.payfleet.worker.fleet.FleetOpener;
import dev.payfleet.worker.fleet.WorkerConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Everything that has to stand before the curtain rises: the provider, the proxy, the stores, the worker. Closing it
/// ends them all, in the reverse order; a shutdown hook does the same when the demo is broken off.
final class DemoStage implements AutoCloseable {
    private static final Duration LATENCY = Duration.ofMillis(25);
    private static final Duration JITTER = Duration.ofMillis(15);
    private static final String PROXY_USER = "payfleet-demo";

    private final DemoHome home;
    private final Cast cast;
    private final LarkspurSite site;
    private final FixtureProxy proxy;
    private final Map<String, String> settings;
    private final String proxyPassword;
    private final Fleet fleet;
    private final List<WorkerProcess> workers = new ArrayList<>();

    private DemoStage(
            DemoHome home,
            Cast cast,
            LarkspurSite site,
            FixtureProxy proxy,
            String proxyPassword,
            int lanes,
            FleetOpener opener) {
        this.home = home;
        this.cast = cast;
        this.site = site;
        this.proxy = proxy;
        this.proxyPassword = proxyPassword;
        this.settings = settings(home, site, proxy, lanes);
        this.fleet = opener.open(WorkerConfig.read(settings));
    }

    /// Sets the stage in a fresh folder below the home; no worker is running yet.
    static DemoStage set(DemoOptions options, Path payfleetHome, FleetOpener opener) {
        DemoHome home = DemoHome.prepare(payfleetHome);
        Cast cast = new Cast(LarkspurPeople.of(options.seed(), options.people()));
        String password = UUID.randomUUID().toString();
        LarkspurSite site = LarkspurSite.start(SiteOptions.of(cast.people()).withLatency(LATENCY, JITTER));
        FixtureProxy proxy = FixtureProxy.start(ProxyOptions.of(Map.of(PROXY_USER, password)));
        writePassword(passwordFile(home), password);
        return new DemoStage(home, cast, site, proxy, password, options.lanes(), opener);
    }

    private static Path passwordFile(DemoHome home) {
        return home.root().resolve("proxy-password");
    }

    private static void writePassword(Path file, String password) {
        try {
            Files.writeString(file, password);
        } catch (IOException e) {
            throw new DemoException("cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    private static Map<String, String> settings(DemoHome home, LarkspurSite site, FixtureProxy proxy, int lanes) {
        Map<String, String> settings = new HashMap<>();
        settings.put("PAYFLEET_HOME", home.root().toString());
        settings.put("PAYFLEET_LANES", String.valueOf(lanes));
        settings.put("PAYFLEET_PROXY", proxy.host() + ":" + proxy.port());
        settings.put("PAYFLEET_PROXY_USER", PROXY_USER);
        settings.put("PAYFLEET_PROXY_PASSWORD_FILE", passwordFile(home).toString());
        settings.put("PAYFLEET_ORIGINS", declaredOrigin() + "=" + site.origin());
        // Short, because the jobs of the worker that is killed come back only after it.
        settings.put("PAYFLEET_VISIBILITY", "8s");
        return settings;
    }

    private static String declaredOrigin() {
        PayrollProvider larkspur = ProviderCatalog.load()
                .find(Jobs.PROVIDER)
                .orElseThrow(() -> new DemoException("this build has no adapter for " + Jobs.PROVIDER));
        Origin origin = larkspur.declaration().origins().getFirst();
        return origin.toString();
    }

    /// Starts a worker process; the first, or one in place of a killed one.
    WorkerProcess startWorker() {
        WorkerProcess worker = WorkerProcess.start(settings, home.log("worker-%d.jsonl".formatted(workers.size() + 1)));
        workers.add(worker);
        return worker;
    }

    DemoHome home() {
        return home;
    }

    Cast cast() {
        return cast;
    }

    LarkspurSite site() {
        return site;
    }

    FixtureProxy proxy() {
        return proxy;
    }

    /// What went over the proxy's sockets, both ways, as the proxy counted.
    long proxyBytes() {
        return proxy.counts(PROXY_USER).bytes() + proxy.unattributed().bytes();
    }

    String proxyPassword() {
        return proxyPassword;
    }

    Fleet fleet() {
        return fleet;
    }

    List<WorkerProcess> workers() {
        return List.copyOf(workers);
    }

    /// The kept picture of that id.
    Optional<Path> picture(String evidenceId) {
        return home.files().stream()
                .filter(file -> file.toString().endsWith(".png"))
                .filter(file -> file.toString().contains(evidenceId))
                .min(Comparator.naturalOrder());
    }

    @Override
    public void close() {
        workers.forEach(WorkerProcess::close);
        fleet.close();
        proxy.close();
        site.close();
        home.close();
    }
}
