package dev.payfleet.provider.meridian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.payfleet.fixture.meridian.MeridianPeople;
import dev.payfleet.fixture.meridian.MeridianPerson;
import dev.payfleet.payroll.Employee;
import dev.payfleet.payroll.Location;
import dev.payfleet.payroll.Payslip;
import dev.payfleet.provider.ReadResult;
import dev.payfleet.provider.RecordKind;
import dev.payfleet.provider.Resource;
import dev.payfleet.provider.ResourceQuery;
import dev.payfleet.provider.visit.HttpVisit;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Small drifts of the interface that no one switch of the site's brings about.
class MeridianDriftTest {

    private static MeridianVisits visits;
    private static MeridianPerson person;
    private static HttpVisit http;

    @BeforeAll
    static void start() {
        visits = new MeridianVisits(MeridianPeople.of(4, 1));
        person = visits.people.get(0);
        http = visits.http(visits.signedIn(person));
    }

    @AfterAll
    static void stop() {
        visits.close();
    }

    @Test
    void a_pay_stub_that_does_not_add_up_is_handed_on_and_called_partial() {
        ReadResult result = payslips(json -> json.replaceAll("\"net_pay\":\"[^\"]*\"", "\"net_pay\":\"1.23\""));

        assertThat(result.partial()).isTrue();
        assertThat(result.records())
                .hasSameSizeAs(person.payStubs(payrun()))
                .allSatisfy(record -> assertThat(((Payslip) record).netPay()).isEqualTo(123));
    }

    @Test
    void a_total_that_is_not_the_sum_of_its_lines_is_called_partial() {
        ReadResult result = payslips(json -> json.replaceAll("\"total_taxes\":\"[^\"]*\"", "\"total_taxes\":\"0.01\""));

        assertThat(result.partial()).isTrue();
        assertThat(result.records()).hasSameSizeAs(person.payStubs(payrun()));
    }

    @Test
    void an_amount_in_another_notation_names_answer_place_and_expectation() {
        assertThatThrownBy(
                        () -> payslips(json -> json.replaceAll("\"net_pay\":\"[^\"]*\"", "\"net_pay\":\"1.234,56 €\"")))
                .hasMessage("page \"pay-stub\" has changed: expected $.net_pay: an amount such as 1,234.56");
    }

    @Test
    void a_member_that_is_gone_is_named() {
        assertThatThrownBy(() -> timesheets(json -> json.replace("\"clock_out\"", "\"ended\"")))
                .hasMessage(
                        "page \"time-entries\" has changed: expected $.data[0].clock_out: " + "a member of that name");
    }

    @Test
    void a_place_that_comes_again_ends_no_list() {
        assertThatThrownBy(() -> timesheets(
                        json -> json.replaceAll("\"next_cursor\":(\"[^\"]*\"|null)", "\"next_cursor\":\"YWZ0ZXI6MA\"")))
                .hasMessage("page \"time-entries\" has changed: expected $.next_cursor: "
                        + "a place that was not there before");
    }

    @Test
    void a_word_the_model_does_not_know_is_null_and_kept() {
        ReadResult result = read(
                new ResourceQuery.Employees(Optional.empty()),
                json -> json.replaceAll("\"employment_type\":\"[^\"]*\"", "\"employment_type\":\"per_diem\""));

        assertThat(result.records()).isNotEmpty().allSatisfy(record -> {
            Employee employee = (Employee) record;
            assertThat(employee.employmentType()).isNull();
            assertThat(employee.customFields()).containsEntry("Employment type", "per_diem");
        });
    }

    @Test
    void a_kind_of_place_that_is_new_keeps_its_name() {
        ReadResult result = read(
                new ResourceQuery.Whole(Resource.WORK_LOCATIONS),
                json -> json.replaceAll("\"kind\":\"[^\"]*\"", "\"kind\":\"Kiosk\""));

        assertThat(result.records())
                .isNotEmpty()
                .allSatisfy(record -> assertThat(((Location) record).type()).isEqualTo("Kiosk"));
    }

    private static ReadResult payslips(UnaryOperator<String> change) {
        return read(new ResourceQuery.Payslips(MeridianVisits.IDS.idOf(RecordKind.PAYRUN, payrun())), change);
    }

    private static ReadResult timesheets(UnaryOperator<String> change) {
        return read(
                new ResourceQuery.Between(Resource.TIMESHEETS, LocalDate.of(2020, 1, 1), LocalDate.of(2030, 1, 1)),
                change);
    }

    private static ReadResult read(ResourceQuery query, UnaryOperator<String> change) {
        return MeridianVisits.PROVIDER.readings().get(query.resource()).read(new DoctoredAnswers(http, change), query);
    }

    private static String payrun() {
        return person.payRuns().getFirst().id();
    }
}
