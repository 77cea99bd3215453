package dev.payfleet.provider.meridian;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.payfleet.fixture.meridian.MeridianPeople;
import dev.payfleet.fixture.meridian.MeridianPerson;
import dev.payfleet.fixture.meridian.PayRun;
import dev.payfleet.provider.StaticTexts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The static texts are all that may be shown of a page, so that there must be none too many and none too few.
class MeridianTextsTest {

    /// Labels which the site also uses for values.
    private static final Set<String> AMBIGUOUS = Set.of("Company", "Personal");

    /// Where the site shows what differs between people; all else is the same for everybody.
    private static final String VALUES = "dd, tr:not(.nothing) > td:not(:has(a:containsOwn(View))), "
            + "[data-testid=custom-fields] dt, .company, [data-testid=signed-in-as], "
            + ".avatar, .hero, .personal, .heading .badge, .tile strong, #slow-down strong";

    private static final StaticTexts STATIC =
            MeridianVisits.PROVIDER.declaration().staticTexts();

    private static MeridianVisits visits;
    private static final List<Document> PAGES = new ArrayList<>();

    @BeforeAll
    static void collect() {
        visits = new MeridianVisits(MeridianPeople.of(9, 2));
        visits.people.all().forEach(MeridianTextsTest::collectPagesOf);
        collectTroubles(visits.people.get(0));
    }

    @AfterAll
    static void stop() {
        visits.close();
    }

    private static void collectPagesOf(MeridianPerson person) {
        Page page = visits.signedIn(person).page();
        PayRun run = person.payRuns().getFirst();
        List<String> paths = new ArrayList<>(List.of(
                "/home",
                "/payroll",
                "/people",
                "/time",
                "/time-off",
                "/company",
                "/locations",
                "/groups",
                "/account",
                "/nowhere",
                "/people/" + person.workers().get(0).id(),
                "/people/" + person.workers().get(2).id(),
                "/payroll/" + run.id()));
        person.payStubs(run.id()).stream()
                .limit(2)
                .forEach(stub -> paths.add("/payroll/" + run.id() + "/stubs/" + stub.id()));
        for (String path : paths) {
            page.navigate(visits.site.origin() + path);
            page.waitForSelector("#app[data-state=ready]");
            PAGES.add(Jsoup.parse(page.content()));
        }
    }

    private static void collectTroubles(MeridianPerson person) {
        Page page = visits.signedIn(person).page();
        page.navigate(
                visits.site.origin() + "/people/" + person.workers().getFirst().id());
        page.click("[data-testid=reveal]");
        collect(page, "[data-covered=false]");
        visits.site.throttle(person.email(), 1, Duration.ofSeconds(17));
        collect(page, "/home", "#slow-down");
        visits.site.truncate(person.email(), true);
        collect(page, "/home", "#load-failed");
        visits.site.truncate(person.email(), false);
        visits.site.signInElsewhere(person.email());
        collect(page, "/home", "#session-ended");
        page.fill("input[name=email]", "nobody@nowhere.example");
        page.fill("input[name=password]", "nonsense");
        page.click("form#sign-in button");
        collect(page, "#sign-in-error");
        Page ended = visits.signedIn(person).page();
        visits.site.expireSessions(person.email());
        collect(ended, "/home", "#session-ended");
        visits.site.lock(person.email());
        ended.fill("input[name=email]", person.email());
        ended.fill("input[name=password]", "nonsense");
        ended.click("form#sign-in button");
        collect(ended, "#account-locked");
        visits.site.maintenance(true);
        collect(ended, "/home", "#maintenance");
        visits.site.maintenance(false);
    }

    private static void collect(Page page, String path, String selector) {
        page.navigate(visits.site.origin() + path);
        collect(page, selector);
    }

    private static void collect(Page page, String selector) {
        page.waitForSelector(selector);
        PAGES.add(Jsoup.parse(page.content()));
    }

    @Test
    void everything_that_is_the_same_for_everybody_may_be_shown() {
        Set<String> missing = texts(element -> !isValue(element));
        missing.removeIf(STATIC::contains);
        missing.removeAll(AMBIGUOUS);

        assertThat(missing).isEmpty();
    }

    @Test
    void nothing_that_differs_between_people_may_be_shown() {
        Set<String> shown = texts(MeridianTextsTest::isValue);
        shown.removeIf(text -> !STATIC.contains(text));

        assertThat(shown).isEmpty();
    }

    @Test
    void no_static_text_is_anybodys_secret() {
        for (MeridianPerson person : visits.people.all()) {
            assertThat(person.secrets()).noneMatch(STATIC::contains);
        }
    }

    private static Set<String> texts(Predicate<Element> where) {
        Set<String> texts = new HashSet<>();
        for (Document page : PAGES) {
            for (Element element : page.body().getAllElements()) {
                if (where.test(element)) {
                    element.textNodes().stream()
                            .filter(node -> !node.isBlank())
                            .forEach(node -> texts.add(StaticTexts.normalize(node.text())));
                }
            }
        }
        return texts;
    }

    private static boolean isValue(Element element) {
        return element.closest(VALUES) != null;
    }
}
