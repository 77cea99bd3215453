package dev.payfleet.provider.larkspur;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.payfleet.fixture.larkspur.LarkspurPeople;
import dev.payfleet.fixture.larkspur.LarkspurPerson;
import dev.payfleet.provider.StaticTexts;
import dev.payfleet.provider.visit.HttpVisit;
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
class LarkspurTextsTest {

    /// Labels which the site also uses for values.
    private static final Set<String> AMBIGUOUS =
            Set.of("Department", "Employee", "Hours", "Paid", "Active", "On leave");

    /// Where the site shows what differs between people; all else is the same for everybody.
    private static final String VALUES =
            "dd, td, dl#additional dt, #company-name, #signed-in-as, .pager-position, body:not(.plain) footer";

    private static final StaticTexts STATIC =
            LarkspurVisits.PROVIDER.declaration().staticTexts();

    private static LarkspurVisits visits;
    private static final List<Document> PAGES = new ArrayList<>();

    @BeforeAll
    static void collect() {
        visits = new LarkspurVisits(LarkspurPeople.of(9, 2));
        visits.people.all().forEach(LarkspurTextsTest::collectPagesOf);
        collectPlainPages(visits.people.get(0));
    }

    @AfterAll
    static void stop() {
        visits.close();
    }

    private static void collectPagesOf(LarkspurPerson person) {
        HttpVisit visit = visits.http(visits.signedIn(person));
        for (String path : List.of(
                "/dashboard",
                "/profile",
                "/company",
                "/departments",
                "/locations",
                "/employees",
                "/payruns",
                "/timesheets",
                "/absences",
                "/absence-balances")) {
            PAGES.add(visit.open(path));
        }
        person.staff().forEach(member -> PAGES.add(visit.open("/employees/" + member.payrollId())));
        person.payRuns().forEach(run -> PAGES.add(visit.open("/payruns/" + run.id())));
        person.payslips(person.payRuns().getFirst().id())
                .forEach(slip -> PAGES.add(visit.open("/payslips/" + slip.id())));
    }

    private static void collectPlainPages(LarkspurPerson person) {
        Page page = visits.page().page();
        String origin = visits.site.origin();
        collectPlain(page, origin + "/sign-in");
        collectPlain(page, origin + "/sign-in?expired=1");
        collectPlain(page, origin + "/sign-in?signed_out=1");
        collectPlain(page, origin + "/nowhere");
        Page signedIn = visits.signedIn(person).page();
        collectPlain(signedIn, origin + "/nowhere");
        collectPlain(signedIn, origin + "/employees?page=99");
        visits.site.throttle(1, Duration.ofSeconds(1));
        collectPlain(page, origin + "/sign-in");
        visits.site.maintenance(true);
        collectPlain(page, origin + "/sign-in");
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
        missing.removeAll(AMBIGUOUS);

        assertThat(missing).isEmpty();
    }

    @Test
    void nothing_that_differs_between_people_may_be_shown() {
        Set<String> shown = texts(LarkspurTextsTest::isValue);
        shown.removeIf(text -> !STATIC.contains(text));

        assertThat(shown).isEmpty();
    }

    @Test
    void no_static_text_is_anybodys_secret() {
        for (LarkspurPerson person : visits.people.all()) {
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
