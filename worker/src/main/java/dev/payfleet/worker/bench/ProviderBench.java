package dev.payfleet.worker.bench;

import dev.payfleet.provider.Origins;
import dev.payfleet.provider.PayrollProvider;
import dev.payfleet.provider.ProviderCatalog;
import dev.payfleet.provider.Resource;
import dev.payfleet.provider.ResourceQuery;
import dev.payfleet.provider.ResourceReading;
import dev.payfleet.provider.visit.HttpVisit;
import dev.payfleet.provider.visit.PageVisit;
import dev.payfleet.worker.browser.BrowserChoice;
import dev.payfleet.worker.browser.BrowserFinder;
import dev.payfleet.worker.browser.DriverFolder;
import dev.payfleet.worker.stage.StageException;
import dev.payfleet.worker.terminal.Column;
import dev.payfleet.worker.terminal.Screen;
import dev.payfleet.worker.terminal.Table;
import dev.payfleet.worker.terminal.Text;
import dev.payfleet.worker.trial.SimulatedSite;
import dev.payfleet.worker.trial.TrialSite;
import dev.payfleet.worker.trial.TrialVisits;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// How many reads a second a warm session gives, one after the other: by HTTP, beside a loop that only fetches and
/// parses the same answers, and by page. The three take turns, and the site answers at once, so that nothing is
/// hidden behind its latency.
final class ProviderBench {
    private static final List<String> SITES = List.of("larkspur", "meridian");
    private static final List<Resource> READ =
            List.of(Resource.COMPANY, Resource.GROUPS, Resource.IDENTITY, Resource.WORK_LOCATIONS);
    private static final double TIMES_PAGE = 20;
    private static final double OF_BARE_LOOP = 0.8;

    private final Path home;
    private final Turns turns;

    /// @param home where the browser's driver is
    ProviderBench(Path home, Turns turns) {
        this.home = home;
        this.turns = turns;
    }

    /// How often is read.
    ///
    /// @param warmUp passes over all resources before anything is measured
    /// @param rounds how often the three take turns
    /// @param cheap passes in one turn by HTTP
    /// @param dear passes in one turn by page
    record Turns(int warmUp, int rounds, int cheap, int dear) {
        static final Turns USUAL = new Turns(150, 15, 25, 1);
    }

    /// What one read took, in the middle of the rounds.
    record Took(Duration http, Duration bare, Duration page) {}

    void run(Screen screen) {
        Table table = Table.of(
                Column.wrapping("Reads of a warm session"),
                Column.right("per second"),
                Column.left("times the page tier"),
                Column.left("of the bare loop"));
        for (String site : SITES) {
            add(table, site, measure(site));
        }
        screen.line("");
        screen.table(table);
    }

    Took measure(String id) {
        PayrollProvider provider = ProviderCatalog.load()
                .find(id)
                .orElseThrow(() -> new StageException("this build has no adapter for " + id));
        Path _ = DriverFolder.ready(home);
        Path browser = new BrowserFinder(System.getenv()).find(new BrowserChoice.HeadlessShell());
        try (TrialSite site = SimulatedSite.of(id)
                        .orElseThrow(() -> new StageException("this build has no simulated site for " + id));
                TrialVisits visits = TrialVisits.launch(
                        provider, new Origins(provider.declaration().origins(), site.standIns()), browser, false);
                HttpClient client = HttpClient.newHttpClient()) {
            PageVisit page = visits.page();
            page.signIn(provider.signIn(), site.credentials(), () -> {});
            return measure(provider, visits, page, client);
        }
    }

    private Took measure(PayrollProvider provider, TrialVisits visits, PageVisit page, HttpClient client) {
        NotedRequests noted = new NotedRequests(client);
        readByHttp(provider, visits.http(page, noted), 1);
        BareLoop bareLoop = new BareLoop(client, noted.requests());
        HttpVisit http = visits.http(page, client);
        readByHttp(provider, http, turns.warmUp());
        bareLoop.run(turns.warmUp());
        readByPage(provider, page, 1);
        List<Duration> byHttp = new ArrayList<>();
        List<Duration> bare = new ArrayList<>();
        List<Duration> byPage = new ArrayList<>();
        for (int round = 0; round < turns.rounds(); round++) {
            byHttp.add(timed(() -> readByHttp(provider, http, turns.cheap()), turns.cheap()));
            bare.add(timed(() -> bareLoop.run(turns.cheap()), turns.cheap()));
            byPage.add(timed(() -> readByPage(provider, page, turns.dear()), turns.dear()));
        }
        return new Took(Medians.of(byHttp), Medians.of(bare), Medians.of(byPage));
    }

    private static Duration timed(Runnable passes, int count) {
        long begin = System.nanoTime();
        passes.run();
        return Duration.ofNanos((System.nanoTime() - begin) / ((long) count * READ.size()));
    }

    private static void readByHttp(PayrollProvider provider, HttpVisit visit, int passes) {
        for (int pass = 0; pass < passes; pass++) {
            READ.forEach(resource -> reading(provider, resource).read(visit, new ResourceQuery.Whole(resource)));
        }
    }

    private static void readByPage(PayrollProvider provider, PageVisit visit, int passes) {
        for (int pass = 0; pass < passes; pass++) {
            READ.forEach(resource -> reading(provider, resource).read(visit, new ResourceQuery.Whole(resource)));
        }
    }

    private static ResourceReading reading(PayrollProvider provider, Resource resource) {
        return Objects.requireNonNull(provider.readings().get(resource), resource.wireName());
    }

    private static void add(Table table, String site, Took took) {
        table.row(
                        Text.plain(site + " by http"),
                        Text.plain(perSecond(took.http())),
                        Goal.atLeast(Medians.ratio(took.page(), took.http()), TIMES_PAGE),
                        Goal.atLeast(Medians.ratio(took.bare(), took.http()), OF_BARE_LOOP))
                .row(site + ", fetched and parsed alone", perSecond(took.bare()), "", "1")
                .row(site + " by page", perSecond(took.page()), "1", "");
    }

    private static String perSecond(Duration each) {
        return "%,.0f".formatted(1e9 / Math.max(1, each.toNanos()));
    }
}
