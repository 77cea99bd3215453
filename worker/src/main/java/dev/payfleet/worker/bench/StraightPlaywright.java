package dev.payfleet.worker.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.Proxy;
import dev.payfleet.fixture.larkspur.LarkspurPerson;
import dev.payfleet.worker.browser.BrowserChoice;
import dev.payfleet.worker.browser.BrowserFinder;
import dev.payfleet.worker.stage.Stage;
import dev.payfleet.worker.stage.StageException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// The rival: what one would write without us. One warm browser, a context of its own for each person, the same
/// proxy. Confined to one thread.
final class StraightPlaywright implements AutoCloseable {
    private final Stage stage;
    private final Playwright playwright;
    private final Browser browser;

    private StraightPlaywright(Stage stage, Playwright playwright, Browser browser) {
        this.stage = stage;
        this.playwright = playwright;
        this.browser = browser;
    }

    static StraightPlaywright launch(Stage stage) {
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(new BrowserFinder(System.getenv()).find(new BrowserChoice.HeadlessShell()))
                        .setArgs(List.of("--no-sandbox", "--disable-gpu")));
        return new StraightPlaywright(stage, playwright, browser);
    }

    /// @return how long it took, from opening the context to closing it
    Duration signInAndRead(LarkspurPerson person) {
        long begin = System.nanoTime();
        try (BrowserContext context = browser.newContext(new Browser.NewContextOptions().setProxy(proxy()))) {
            Page page = context.newPage();
            page.navigate(stage.site().origin() + "/sign-in");
            page.waitForSelector("#sign-in-form[data-ready=true]");
            page.fill("#username", person.userName());
            page.fill("#password", person.password());
            page.click("#sign-in-button");
            page.waitForSelector("nav#main-nav");
            page.navigate(stage.site().origin() + "/profile");
            if (!page.textContent("dl#profile").contains(person.profile().name())) {
                throw new StageException("the profile is not the person's who signed in");
            }
        }
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private Proxy proxy() {
        return new Proxy("http://127.0.0.1:" + stage.proxy().port())
                .setUsername(Stage.PROXY_USER)
                .setPassword(stage.proxyPassword())
                // Chromium leaves loopback out of every proxy unless told otherwise.
                .setBypass("<-loopback>");
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
