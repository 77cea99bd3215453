package dev.payfleet.worker.trial;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import dev.payfleet.provider.Origin;
import dev.payfleet.provider.Origins;
import dev.payfleet.provider.PayrollProvider;
import dev.payfleet.provider.visit.Cookie;
import dev.payfleet.provider.visit.CookieJar;
import dev.payfleet.provider.visit.HttpVisit;
import dev.payfleet.provider.visit.PageVisit;
import dev.payfleet.provider.visit.RecordIds;
import dev.payfleet.provider.visit.RequestGate;
import dev.payfleet.provider.visit.VisitSetting;
import dev.payfleet.provider.visit.WebStorage;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A browser and an HTTP client that visit one provider straight from this machine, as fast as it answers. Confined
/// to one thread, as its Playwright is, but for the visits by HTTP: each of them may be on a thread of its own.
public final class TrialVisits implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final RecordIds IDS = new RecordIds("trial");
    private static final String STORAGE = """
            () => ({ local: { ...localStorage }, session: { ...sessionStorage } })""";

    private final PayrollProvider provider;
    private final Origins origins;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Playwright playwright;
    private final Browser browser;

    private TrialVisits(PayrollProvider provider, Origins origins, Playwright playwright, Browser browser) {
        this.provider = provider;
        this.origins = origins;
        this.playwright = playwright;
        this.browser = browser;
    }

    /// Starts the browser.
    ///
    /// @param executable which one
    /// @param visible whether a person looks on
    /// @throws TrialException where it does not start
    public static TrialVisits launch(PayrollProvider provider, Origins origins, Path executable, boolean visible) {
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        try {
            Browser browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(executable)
                            .setHeadless(!visible)
                            .setArgs(List.of("--disable-gpu", "--disable-quic")));
            return new TrialVisits(provider, origins, playwright, browser);
        } catch (PlaywrightException e) {
            playwright.close();
            throw new TrialException(
                    "the browser does not start; "
                            + (visible ? "a visible one needs a display" : "see PAYFLEET_BROWSER"),
                    e);
        }
    }

    /// A page of a browser that knows nobody yet.
    public PageVisit page() {
        return new PageVisit(browser.newContext().newPage(), setting());
    }

    /// A visit by HTTP with what the page's session keeps.
    public HttpVisit http(PageVisit signedIn) {
        return http(signedIn, client);
    }

    /// The same through a client of the caller's.
    public HttpVisit http(PageVisit signedIn, HttpClient through) {
        Page page = signedIn.page();
        String userAgent = (String) page.evaluate("navigator.userAgent");
        return new HttpVisit(through, setting(), cookies(page.context()), storage(page), userAgent);
    }

    private static CookieJar cookies(BrowserContext context) {
        return new CookieJar(
                context.cookies().stream()
                        .map(cookie -> new Cookie(
                                cookie.name,
                                cookie.value,
                                cookie.domain,
                                cookie.path,
                                null,
                                cookie.httpOnly,
                                cookie.secure))
                        .toList(),
                Clock.systemUTC());
    }

    private static WebStorage storage(Page page) {
        String origin = Origin.of(URI.create(page.url())).toString();
        Object kept = page.evaluate(STORAGE);
        return new WebStorage(Map.of(origin, items(kept, "local")), Map.of(origin, items(kept, "session")), _ -> {});
    }

    private static Map<String, String> items(@Nullable Object kept, String area) {
        Map<String, String> items = new HashMap<>();
        if (kept instanceof Map<?, ?> areas && areas.get(area) instanceof Map<?, ?> values) {
            values.forEach((key, value) -> items.put(String.valueOf(key), String.valueOf(value)));
        }
        return items;
    }

    private VisitSetting setting() {
        return VisitSetting.of(provider, origins, IDS, Clock.systemUTC(), RequestGate.open(), PATIENCE);
    }

    @Override
    public void close() {
        playwright.close();
        client.close();
    }
}
