package dev.payfleet.provider.fernhill;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.payfleet.fixture.fernhill.FernhillPeople;
import dev.payfleet.fixture.fernhill.FernhillPerson;
import dev.payfleet.fixture.fernhill.Gate;
import dev.payfleet.fixture.fernhill.SecondFactor;
import dev.payfleet.provider.ProviderException;
import dev.payfleet.provider.StaticTexts;
import dev.payfleet.provider.visit.HttpVisit;
import dev.payfleet.provider.visit.PageVisit;
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
class FernhillTextsTest {

    /// A label which the site also uses for a value, and what only a browser without scripts shows.
    private static final Set<String> LEFT_OUT = Set.of("Employee", "Show");

    /// Where the site shows what differs between people; all else is the same for everybody.
    private static final String VALUES =
            "dd, td, h3, .subject, .big, .strip, option, #holder, #login-shown, .hint-target, #question, #extras dt";

    private static final StaticTexts STATIC =
            FernhillVisits.PROVIDER.declaration().staticTexts();

    private static FernhillVisits visits;
    private static final List<Document> PAGES = new ArrayList<>();

    @BeforeAll
    static void collect() {
        visits = new FernhillVisits(FernhillPeople.of(9, 2));
        visits.people.all().forEach(FernhillTextsTest::collectPagesOf);
        collectSignIn(visits.people.get(0));
        collectPlainPages();
    }

    @AfterAll
    static void stop() {
        visits.close();
    }

    private static void collectPagesOf(FernhillPerson person) {
        HttpVisit visit = visits.http(visits.signedIn(person));
        for (String path : List.of(
                "/home",
                "/account",
                "/company",
                "/company/teams",
                "/company/places",
                "/people",
                "/pay/runs",
                "/pay/runs?month=2011-01",
                "/time-off",
                "/time-off/balances")) {
            PAGES.add(visit.open(path));
        }
        person.staff().forEach(worker -> {
            for (String tab : List.of("", "/pay", "/history", "/contacts")) {
                PAGES.add(visit.open("/people/" + worker.number() + tab));
            }
        });
        person.payRuns().forEach(run -> {
            PAGES.add(visit.open("/pay/runs/" + run.number()));
            person.statements(run.number())
                    .forEach(statement -> PAGES.add(visit.open("/pay/statements/" + statement.number())));
        });
    }

    private static void collectSignIn(FernhillPerson person) {
        String user = person.userName();
        for (Gate gate : Gate.values()) {
            visits.site.put(user, gate);
            collectEndOfSignIn(person, visits.page());
            visits.site.mend();
        }
        for (SecondFactor factor : SecondFactor.values()) {
            visits.site.ask(user, factor);
            PageVisit page = visits.page();
            collectEndOfSignIn(person, page);
            page.page().click("#send-code, #send-push, #verify-answer, #verify-code");
            page.page().waitForSelector("#code-sent, #push-sent, #answer-wrong");
            PAGES.add(Jsoup.parse(page.page().content()));
        }
        visits.site.ask(user, SecondFactor.SMS, SecondFactor.APP);
        PageVisit choice = visits.page();
        collectEndOfSignIn(person, choice);
        choice.page().check("#way-sms");
        choice.page().click("#take-way");
        choice.page().waitForSelector("#another-way");
        PAGES.add(Jsoup.parse(choice.page().content()));
        visits.site.lock(user);
        collectEndOfSignIn(person, visits.page());
        visits.site.mend();
    }

    private static void collectEndOfSignIn(FernhillPerson person, PageVisit page) {
        try {
            page.signIn(
                    FernhillVisits.PROVIDER.signIn(),
                    FernhillVisits.credentials(person.userName(), person.password()),
                    () -> {});
            throw new AssertionError("nothing stood in the way");
        } catch (ProviderException e) {
            PAGES.add(Jsoup.parse(page.page().content()));
        }
    }

    private static void collectPlainPages() {
        Page page = visits.page().page();
        String origin = visits.site.origin();
        for (String ended : List.of("", "expired", "elsewhere", "signed-out", "stale", "answers")) {
            collectPlain(page, origin + "/login?ended=" + ended);
        }
        FernhillPerson person = visits.people.get(1);
        Page signedIn = visits.signedIn(person).page();
        collectPlain(signedIn, origin + "/nowhere");
        collectPlain(signedIn, origin + "/people?page=99");
        visits.site.throttle(person.userName(), 1, Duration.ofSeconds(1));
        collectPlain(signedIn, origin + "/home");
        visits.site.maintenance(true);
        collectPlain(page, origin + "/login");
        visits.site.maintenance(false);
    }

    private static void collectPlain(Page page, String address) {
        page.navigate(address);
        PAGES.add(Jsoup.parse(page.content()));
    }

    @Test
    void everything_that_is_the_same_for_everybody_may_be_shown() {
        Set<String> missing = texts(element -> !isValue(element));
        missing.removeIf(STATIC::contains);
        missing.removeAll(LEFT_OUT);

        assertThat(missing).isEmpty();
    }

    @Test
    void nothing_that_differs_between_people_may_be_shown() {
        Set<String> shown = texts(FernhillTextsTest::isValue);
        shown.removeIf(text -> !STATIC.contains(text));

        assertThat(shown).isEmpty();
    }

    @Test
    void no_static_text_is_anybodys_secret() {
        for (FernhillPerson person : visits.people.all()) {
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
