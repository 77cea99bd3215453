package dev.payfleet.worker.stage;

import dev.payfleet.fixture.larkspur.LarkspurPerson;
import dev.payfleet.fixture.larkspur.LarkspurSite;
import dev.payfleet.fixture.larkspur.SiteOptions;
import dev.payfleet.fixture.proxy.FixtureProxy;
import dev.payfleet.fixture.proxy.ProxyOptions;
import dev.payfleet.provider.PayrollProvider;
import dev.payfleet.provider.ProviderCatalog;
import dev.payfleet.worker.browser.ChromiumSandbox;
import dev.payfleet.worker.browser.DriverFolder;
import dev.payfleet.worker.config.WorkerConfig;
import dev.payfleet.worker.fleet.Fleet;
import dev.payfleet.worker.fleet.FleetOpener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Everything that has to stand before the curtain rises: the provider, the proxy, the stores. Workers are started
/// on it. Closing it ends them all, in the reverse order; idempotent, and safe to call from a shutdown hook.
/// Otherwise confined to one thread.
public final class Stage implements AutoCloseable {
    /// The id of the provider that is simulated.
    public static final String PROVIDER = "larkspur";

    /// The user name that the proxy asks for.
    public static final String PROXY_USER = "payfleet-stage";

    private final StageHome home;
    private final List<LarkspurPerson> people;
    private final LarkspurSite site;
    private final FixtureProxy proxy;
    private final String proxyPassword;
    private final Map<String, String> settings;
    private final Path driver;
    private final Fleet fleet;
    private final List<WorkerProcess> workers = new ArrayList<>();

    private Stage(
            StageHome home,
            List<LarkspurPerson> people,
            LarkspurSite site,
            FixtureProxy proxy,
            String proxyPassword,
            Map<String, String> settings,
            Path driver,
            Fleet fleet) {
        this.home = home;
        this.people = people;
        this.site = site;
        this.proxy = proxy;
        this.proxyPassword = proxyPassword;
        this.settings = settings;
        this.driver = driver;
        this.fleet = fleet;
    }

    /// Sets the stage; no worker is running yet.
    ///
    /// @param home a fresh home, which the stage closes
    /// @param options who can sign in, and how slow the site is
    /// @param lanes how many browsers each worker runs
    /// @param opener opens the engine in that home
    public static Stage set(StageHome home, SiteOptions options, int lanes, FleetOpener opener) {
        return set(home, options, lanes, opener, Map.of());
    }

    /// The same on another engine.
    ///
    /// @param more variables beside the stage's own, for the engine and the workers alike
    public static Stage set(
            StageHome home, SiteOptions options, int lanes, FleetOpener opener, Map<String, String> more) {
        String password = UUID.randomUUID().toString();
        LarkspurSite site = LarkspurSite.start(options);
        FixtureProxy proxy = FixtureProxy.start(ProxyOptions.of(Map.of(PROXY_USER, password)));
        writePassword(passwordFile(home), password);
        Map<String, String> settings = settings(home, site, proxy, lanes);
        settings.putAll(more);
        // Unpacked beside the fresh home and not in it: 134 MB that need not be written each time.
        Path driver = DriverFolder.ready(home.parent());
        return new Stage(
                home,
                options.people().all(),
                site,
                proxy,
                password,
                Map.copyOf(settings),
                driver,
                opener.open(WorkerConfig.read(settings)));
    }

    private static Path passwordFile(StageHome home) {
        return home.root().resolve("proxy-password");
    }

    private static void writePassword(Path file, String password) {
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, password);
        } catch (IOException e) {
            throw new StageException("cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    private static Map<String, String> settings(StageHome home, LarkspurSite site, FixtureProxy proxy, int lanes) {
        Map<String, String> settings = new HashMap<>();
        // Where the browser lies is a matter of the machine, and stays as it is set.
        System.getenv().forEach((name, value) -> {
            if (name.startsWith("PAYFLEET_BROWSER")) {
                settings.put(name, value);
            }
        });
        if (!ChromiumSandbox.possible()) {
            settings.put("PAYFLEET_SANDBOX", "off");
        }
        settings.put("PAYFLEET_HOME", home.root().toString());
        settings.put("PAYFLEET_LANES", String.valueOf(lanes));
        settings.put("PAYFLEET_PROXY", proxy.host() + ":" + proxy.port());
        settings.put("PAYFLEET_PROXY_USER", PROXY_USER);
        settings.put("PAYFLEET_PROXY_PASSWORD_FILE", passwordFile(home).toString());
        settings.put("PAYFLEET_ORIGINS", declaredOrigin() + "=" + site.origin());
        // Few, so that few have to wait for their visibility when a worker is killed.
        settings.put("PAYFLEET_JOBS_IN_FLIGHT", "12");
        // Short, because the jobs of a worker that is killed come back only after it.
        settings.put("PAYFLEET_VISIBILITY", "10s");
        // What is shown and measured are the jobs that were sent, and no others.
        settings.put("PAYFLEET_REFRESH", "off");
        return settings;
    }

    private static String declaredOrigin() {
        PayrollProvider simulated = ProviderCatalog.load()
                .find(PROVIDER)
                .orElseThrow(() -> new StageException("this build has no adapter for " + PROVIDER));
        return simulated.declaration().origins().getFirst().toString();
    }

    /// Starts a worker process, with its own log in the home.
    public WorkerProcess startWorker() {
        return startWorker(Map.of());
    }

    /// The same with other settings.
    ///
    /// @param changes variables in place of the stage's own
    public synchronized WorkerProcess startWorker(Map<String, String> changes) {
        Map<String, String> changed = new HashMap<>(settings);
        changed.putAll(changes);
        WorkerProcess worker =
                WorkerProcess.start(changed, driver, home.log("worker-%d.jsonl".formatted(workers.size() + 1)));
        workers.add(worker);
        return worker;
    }

    /// Whether its workers run Chromium in its sandbox; a stage that root sets cannot.
    public boolean sandboxed() {
        return !"off".equals(settings.getOrDefault("PAYFLEET_SANDBOX", System.getenv("PAYFLEET_SANDBOX")));
    }

    /// Where everything of this stage lies.
    public StageHome home() {
        return home;
    }

    /// Who can sign in.
    public List<LarkspurPerson> people() {
        return people;
    }

    /// The simulated provider.
    public LarkspurSite site() {
        return site;
    }

    /// The proxy.
    public FixtureProxy proxy() {
        return proxy;
    }

    /// What the proxy asks for beside [#PROXY_USER].
    public String proxyPassword() {
        return proxyPassword;
    }

    /// What went over the proxy's sockets, both ways, as the proxy counted.
    public long proxyBytes() {
        return proxy.counts(PROXY_USER).bytes() + proxy.unattributed().bytes();
    }

    /// The engine, as the workers have it open too.
    public Fleet fleet() {
        return fleet;
    }

    /// All that were started, in order; the last one is the one at work.
    public synchronized List<WorkerProcess> workers() {
        return List.copyOf(workers);
    }

    /// The one at work.
    public WorkerProcess worker() {
        return workers().getLast();
    }

    @Override
    public void close() {
        workers().forEach(WorkerProcess::close);
        fleet.close();
        proxy.close();
        site.close();
        home.close();
    }
}
