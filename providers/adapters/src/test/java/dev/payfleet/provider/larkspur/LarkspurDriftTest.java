package dev.payfleet.provider.larkspur;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.payfleet.fixture.larkspur.LarkspurPeople;
import dev.payfleet.fixture.larkspur.LarkspurPerson;
import dev.payfleet.payroll.Employee;
import dev.payfleet.payroll.Payslip;
import dev.payfleet.payroll.TimeOffEntry;
import dev.payfleet.provider.ReadResult;
import dev.payfleet.provider.RecordKind;
import dev.payfleet.provider.Resource;
import dev.payfleet.provider.ResourceQuery;
import dev.payfleet.provider.visit.HttpVisit;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Small drifts of the site that no one switch of its brings about.
class LarkspurDriftTest {

    private static LarkspurVisits visits;
    private static LarkspurPerson person;
    private static HttpVisit http;

    @BeforeAll
    static void start() {
        visits = new LarkspurVisits(LarkspurPeople.of(4, 1));
        person = visits.people.get(0);
        http = visits.http(visits.signedIn(person));
    }

    @AfterAll
    static void stop() {
        visits.close();
    }

    @Test
    void a_payslip_that_does_not_add_up_is_handed_on_and_called_partial() {
        ReadResult result = payslips(page -> fact(page, "Net pay").forEach(value -> value.text("£1.23")));

        assertThat(result.partial()).isTrue();
        assertThat(result.records())
                .hasSameSizeAs(person.payslips(payrun()))
                .allSatisfy(record -> assertThat(((Payslip) record).netPay()).isEqualTo(123));
    }

    @Test
    void a_line_that_is_missing_under_its_total_is_called_partial() {
        ReadResult result = payslips(
                page -> page.select("table#earnings tbody tr:last-child").remove());

        assertThat(result.partial()).isTrue();
        assertThat(result.records()).hasSameSizeAs(person.payslips(payrun()));
    }

    @Test
    void an_amount_in_another_notation_is_a_changed_layout() {
        assertThatThrownBy(() -> payslips(page -> fact(page, "Net pay").forEach(value -> value.text("1.234,56 €"))))
                .hasMessage("page \"payslip\" has changed: expected field \"Net pay\" in dl#totals: "
                        + "an amount such as £1,234.56");
    }

    @Test
    void a_column_that_moved_is_found_and_one_that_is_gone_is_named() {
        assertThatThrownBy(() -> entries(page ->
                        page.select("table#absences th:containsOwn(Unit)").forEach(head -> head.text("Measured in"))))
                .hasMessage("page \"absences\" has changed: expected column \"Unit\" in table#absences");
        assertThat(entries(page -> moveFirstColumnToTheEnd(page.selectFirst("table#absences"))))
                .isEqualTo(entries(page -> {}));
    }

    @Test
    void a_word_the_model_does_not_know_is_null_and_kept() {
        ResourceQuery query = new ResourceQuery.Employees(Optional.empty());
        ReadResult result = LarkspurVisits.PROVIDER
                .readings()
                .get(Resource.EMPLOYEES)
                .read(
                        new DoctoredVisit(
                                http, page -> fact(page, "Contract").forEach(value -> value.text("Zero hours"))),
                        query);

        assertThat(result.records()).isNotEmpty().allSatisfy(record -> {
            Employee employee = (Employee) record;
            assertThat(employee.employmentType()).isNull();
            assertThat(employee.customFields()).containsEntry("Contract", "Zero hours");
        });
    }

    @Test
    void an_amount_finer_than_a_tenth_is_rounded_to_one() {
        ReadResult result = entries(
                page -> page.select("table#absences tbody td:nth-child(9)").forEach(cell -> cell.text("7.25")));

        assertThat(result.records())
                .isNotEmpty()
                .allSatisfy(
                        record -> assertThat(((TimeOffEntry) record).amount()).isEqualByComparingTo("7.3"));
    }

    private static ReadResult payslips(Consumer<Document> change) {
        ResourceQuery query = new ResourceQuery.Payslips(LarkspurVisits.IDS.idOf(RecordKind.PAYRUN, payrun()));
        return LarkspurVisits.PROVIDER.readings().get(Resource.PAYSLIPS).read(new DoctoredVisit(http, change), query);
    }

    private static ReadResult entries(Consumer<Document> change) {
        ResourceQuery query = new ResourceQuery.Between(
                Resource.TIME_OFF_ENTRIES, LocalDate.of(2020, 1, 1), LocalDate.of(2030, 1, 1));
        return LarkspurVisits.PROVIDER
                .readings()
                .get(Resource.TIME_OFF_ENTRIES)
                .read(new DoctoredVisit(http, change), query);
    }

    private static String payrun() {
        return person.payRuns().getFirst().id();
    }

    private static Elements fact(Document page, String label) {
        return page.select("dl.facts dt:matchesOwn(^" + label + "$) + dd");
    }

    private static void moveFirstColumnToTheEnd(Element table) {
        if (table == null) {
            return;
        }
        for (Element row : table.select("thead tr, tbody tr")) {
            row.appendChild(row.child(0));
        }
    }
}
