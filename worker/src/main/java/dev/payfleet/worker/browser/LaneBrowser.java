package dev.payfleet.worker.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.impl.PlaywrightImpl;
import com.microsoft.playwright.options.Proxy;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import dev.payfleet.session.Secret;
import dev.payfleet.worker.http.BrowserState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One driver with one browser. Belongs to its lane's thread, but for [#isAlive].
final class LaneBrowser implements AutoCloseable {
    /// Nothing listens on the discard port: what has no relay of a visit gets nowhere.
    private static final String NOWHERE = "http://127.0.0.1:9";

    private static final long START_MILLIS = 30_000;

    private final Playwright playwright;
    private final Browser browser;
    private final LaneConfig config;
    private final List<ProcessHandle> vital;

    private LaneBrowser(Playwright playwright, Browser browser, LaneConfig config, List<ProcessHandle> vital) {
        this.playwright = playwright;
        this.browser = browser;
        this.config = config;
        this.vital = List.copyOf(vital);
    }

    /// Starts driver and browser. Whoever calls this kills the tree when it throws.
    ///
    /// @param folder for whatever the two write
    static LaneBrowser launch(Path executable, LaneConfig config, Path folder, ProcessTree tree) {
        DriverFolder.ready(config.home());
        Playwright playwright = driver(folder, tree);
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setHeadless(true)
                        // Unless told, Playwright itself turns the sandbox off.
                        .setChromiumSandbox(config.sandbox())
                        .setArgs(ChromiumFlags.ALL)
                        .setProxy(new Proxy(NOWHERE))
                        .setEnv(browserEnvironment(folder, tree))
                        .setDownloadsPath(folder.resolve("downloads"))
                        // A signal to the worker is the worker's to answer: it drains first.
                        .setHandleSIGHUP(false)
                        .setHandleSIGINT(false)
                        .setHandleSIGTERM(false)
                        .setTimeout((double) START_MILLIS));
        return new LaneBrowser(playwright, browser, config, vital(tree));
    }

    // Playwright.create() keeps the environment of the process's first driver for all later ones; this way in takes
    // each lane's own, so that the mark and the temporary folder reach the driver.
    private static Playwright driver(Path folder, ProcessTree tree) {
        Map<String, String> environment = new HashMap<>();
        environment.put(ProcessTree.variable(), tree.id());
        environment.put("TMPDIR", folder.toString());
        // Node looks for one, and a user that an orchestrator made up has none.
        environment.put("HOME", folder.toString());
        environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        // Debugging aids of node and Playwright print what is typed, passwords too.
        environment.put("DEBUG", "");
        environment.put("PWDEBUG", "");
        environment.put("NODE_OPTIONS", "");
        return PlaywrightImpl.createImpl(new Playwright.CreateOptions().setEnv(environment), true);
    }

    // A page's browser has no business with the worker's environment, where credentials may be.
    private static Map<String, String> browserEnvironment(Path folder, ProcessTree tree) {
        Map<String, String> environment = new HashMap<>();
        environment.put(ProcessTree.variable(), tree.id());
        environment.put("TMPDIR", folder.toString());
        environment.put("HOME", folder.toString());
        environment.put("PATH", "/usr/local/bin:/usr/bin:/bin");
        environment.put("LANG", "C.UTF-8");
        return environment;
    }

    // The driver is our child and the browser is its; the page processes come and go.
    private static List<ProcessHandle> vital(ProcessTree tree) {
        List<ProcessInfo> members = tree.members();
        long self = ProcessHandle.current().pid();
        List<Long> drivers = members.stream()
                .filter(process -> process.parent() == self)
                .map(ProcessInfo::pid)
                .toList();
        return members.stream()
                .filter(process -> drivers.contains(process.pid()) || drivers.contains(process.parent()))
                .map(process -> ProcessHandle.of(process.pid()))
                .flatMap(Optional::stream)
                .toList();
    }

    String version() {
        return browser.version();
    }

    /// Whether driver and browser run. Callable from any thread.
    boolean isAlive() {
        return vital.stream().allMatch(ProcessHandle::isAlive);
    }

    /// Whether the browser answers a question; learns of its death, if it just died.
    boolean answers() {
        try {
            newBlankContext().close();
            return isAlive();
        } catch (PlaywrightException e) {
            return false;
        }
    }

    /// A context with nothing of any other in it, that reaches the relay and nothing else.
    BrowserContext newContext(VisitSpec spec) {
        Browser.NewContextOptions options = new Browser.NewContextOptions()
                .setProxy(new Proxy(spec.egress().toString()))
                .setServiceWorkers(ServiceWorkerPolicy.BLOCK)
                .setPermissions(List.of())
                .setAcceptDownloads(true);
        spec.storageState().map(BrowserState::forPlaywright).map(Secret::reveal).ifPresent(options::setStorageState);
        BrowserContext context = browser.newContext(options);
        context.setDefaultTimeout((double) config.actionTimeout().toMillis());
        context.setDefaultNavigationTimeout((double) config.navigationTimeout().toMillis());
        return context;
    }

    /// A context that reaches nothing at all.
    BrowserContext newBlankContext() {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setOffline(true)
                .setServiceWorkers(ServiceWorkerPolicy.BLOCK)
                .setPermissions(List.of())
                .setAcceptDownloads(false)
                .setDeviceScaleFactor(1));
        context.setDefaultTimeout((double) config.actionTimeout().toMillis());
        return context;
    }

    /// Contexts that are open. Between visits there should be none.
    int contexts() {
        return browser.contexts().size();
    }

    /// Gives back what this process holds of the driver; called once the tree is dead, so that it does not wait.
    @Override
    public void close() {
        try {
            playwright.close();
        } catch (PlaywrightException e) {
            // The driver is dead already, which was the intention.
        }
    }

    static Duration startPatience() {
        return Duration.ofMillis(START_MILLIS).multipliedBy(2);
    }
}
