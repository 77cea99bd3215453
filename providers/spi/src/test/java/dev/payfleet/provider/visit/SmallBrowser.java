package dev.payfleet.provider.visit;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import dev.payfleet.provider.Origin;
import dev.payfleet.provider.Origins;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A real browser for tests of pages. Confined to its thread.
final class SmallBrowser implements AutoCloseable {

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-18T09:00:00Z"), ZoneOffset.UTC);

    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser = playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of(
                            System.getenv().getOrDefault("PAYFLEET_BROWSER", "/usr/bin/chromium-headless-shell")))
                    .setArgs(List.of("--disable-gpu", "--disable-quic")));
    private final List<BrowserContext> contexts = new ArrayList<>();

    /// A visit to the site that may also reach these.
    PageVisit visit(SmallSite site, Duration timeout, Origin... others) {
        List<Origin> declared = new ArrayList<>(List.of(site.origin()));
        declared.addAll(List.of(others));
        BrowserContext context = browser.newContext();
        contexts.add(context);
        VisitSetting setting = new VisitSetting(
                new Origins(declared, Map.of()),
                SmallSite.SIGNS,
                Optional.empty(),
                new RecordIds("c"),
                CLOCK,
                RequestGate.open(),
                timeout);
        return new PageVisit(context.newPage(), setting);
    }

    void closePages() {
        contexts.forEach(BrowserContext::close);
        contexts.clear();
    }

    @Override
    public void close() {
        playwright.close();
    }
}
