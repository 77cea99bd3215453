package dev.payfleet.provider.larkspur;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import dev.payfleet.fixture.larkspur.LarkspurPeople;
import dev.payfleet.fixture.larkspur.LarkspurPerson;
import dev.payfleet.fixture.larkspur.LarkspurSite;
import dev.payfleet.fixture.larkspur.SiteOptions;
import dev.payfleet.provider.CredentialSource;
import dev.payfleet.provider.Origin;
import dev.payfleet.provider.Origins;
import dev.payfleet.provider.PayrollProvider;
import dev.payfleet.provider.ProviderDeclaration;
import dev.payfleet.provider.visit.Cookie;
import dev.payfleet.provider.visit.CookieJar;
import dev.payfleet.provider.visit.HttpVisit;
import dev.payfleet.provider.visit.PageVisit;
import dev.payfleet.provider.visit.RecordIds;
import dev.payfleet.provider.visit.RequestGate;
import dev.payfleet.provider.visit.VisitSetting;
import dev.payfleet.provider.visit.WebStorage;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// A Larkspur site with a browser and an HTTP client that visit it. Confined to one thread, as its Playwright
/// is.
final class LarkspurVisits implements AutoCloseable {

    static final PayrollProvider PROVIDER = new LarkspurProvider();
    static final RecordIds IDS = new RecordIds("connection-1");

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String CHROMIUM =
            System.getenv().getOrDefault("PAYFLEET_BROWSER", "/usr/bin/chromium-headless-shell");

    final LarkspurPeople people;
    final LarkspurSite site;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser = playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of(CHROMIUM))
                    .setArgs(List.of("--disable-gpu", "--disable-quic")));

    LarkspurVisits(LarkspurPeople people) {
        this.people = people;
        this.site = LarkspurSite.start(SiteOptions.of(people));
    }

    /// A page of a context of its own; nobody is signed in there yet.
    PageVisit page() {
        return new PageVisit(browser.newContext().newPage(), setting());
    }

    /// A page where the person is signed in.
    PageVisit signedIn(LarkspurPerson person) {
        PageVisit visit = page();
        visit.signIn(PROVIDER.signIn(), credentials(person.userName(), person.password()), () -> {});
        return visit;
    }

    /// A visit by HTTP with the session of a page.
    HttpVisit http(PageVisit signedIn) {
        CookieJar cookies = new CookieJar(cookies(signedIn.page().context()), Clock.systemUTC());
        return new HttpVisit(client, setting(), cookies, WebStorage.empty(), "Browser/1.0");
    }

    static CredentialSource credentials(String userName, String password) {
        return field -> switch (field) {
            case USERNAME -> userName;
            case PASSWORD -> password;
        };
    }

    private VisitSetting setting() {
        return VisitSetting.of(PROVIDER, origins(), IDS, Clock.systemUTC(), RequestGate.open(), PATIENCE);
    }

    private Origins origins() {
        Origin declared = declaration().origins().getFirst();
        return new Origins(declaration().origins(), Map.of(declared, Origin.of(site.origin())));
    }

    private static ProviderDeclaration declaration() {
        return PROVIDER.declaration();
    }

    private static List<Cookie> cookies(BrowserContext context) {
        return context.cookies().stream()
                .map(cookie -> new Cookie(
                        cookie.name, cookie.value, cookie.domain, cookie.path, null, cookie.httpOnly, cookie.secure))
                .toList();
    }

    @Override
    public void close() {
        playwright.close();
        client.close();
        site.close();
    }
}
