package dev.payfleet.provider.meridian;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import dev.payfleet.fixture.meridian.MeridianOptions;
import dev.payfleet.fixture.meridian.MeridianPeople;
import dev.payfleet.fixture.meridian.MeridianPerson;
import dev.payfleet.fixture.meridian.MeridianSite;
import dev.payfleet.provider.CredentialSource;
import dev.payfleet.provider.Origin;
import dev.payfleet.provider.Origins;
import dev.payfleet.provider.PayrollProvider;
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

/// A Meridian site with a browser and an HTTP client that visit it. Confined to one thread, as its Playwright is.
final class MeridianVisits implements AutoCloseable {

    static final PayrollProvider PROVIDER = new MeridianProvider();
    static final RecordIds IDS = new RecordIds("connection-1");
    static final String SESSION = "meridian.session";

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String CHROMIUM =
            System.getenv().getOrDefault("PAYFLEET_BROWSER", "/usr/bin/chromium-headless-shell");

    final MeridianPeople people;
    final MeridianSite site;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser = playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of(CHROMIUM))
                    .setArgs(List.of("--disable-gpu", "--disable-quic")));

    MeridianVisits(MeridianPeople people) {
        this.people = people;
        this.site = MeridianSite.start(MeridianOptions.of(people));
    }

    /// A page of a context of its own; nobody is signed in there yet.
    PageVisit page() {
        return new PageVisit(browser.newContext().newPage(), setting());
    }

    /// A page where the person is signed in.
    PageVisit signedIn(MeridianPerson person) {
        PageVisit visit = page();
        signIn(visit, person);
        return visit;
    }

    static void signIn(PageVisit visit, MeridianPerson person) {
        visit.signIn(PROVIDER.signIn(), credentials(person), () -> {});
    }

    /// What the page's session keeps.
    WebStorage storage(PageVisit signedIn) {
        String tokens = String.valueOf(signedIn.page().evaluate("key => sessionStorage.getItem(key)", SESSION));
        return new WebStorage(Map.of(), Map.of(site.origin(), Map.of(SESSION, tokens)), _ -> {});
    }

    /// A visit by HTTP with what a session keeps.
    HttpVisit http(WebStorage storage) {
        return new HttpVisit(client, setting(), new CookieJar(List.of(), Clock.systemUTC()), storage, "Browser/1.0");
    }

    HttpVisit http(PageVisit signedIn) {
        return http(storage(signedIn));
    }

    private static CredentialSource credentials(MeridianPerson person) {
        return field -> switch (field) {
            case USERNAME -> person.email();
            case PASSWORD -> person.password();
        };
    }

    private VisitSetting setting() {
        return VisitSetting.of(PROVIDER, origins(), IDS, Clock.systemUTC(), RequestGate.open(), PATIENCE);
    }

    private Origins origins() {
        Origin declared = PROVIDER.declaration().origins().getFirst();
        return new Origins(PROVIDER.declaration().origins(), Map.of(declared, Origin.of(site.origin())));
    }

    @Override
    public void close() {
        playwright.close();
        client.close();
        site.close();
    }
}
