package dev.payfleet.provider.larkspur;

import static org.assertj.core.api.Assertions.assertThat;

import dev.payfleet.fixture.larkspur.LarkspurPeople;
import dev.payfleet.fixture.larkspur.LarkspurPerson;
import dev.payfleet.payroll.EmploymentStatus;
import dev.payfleet.payroll.PayrollRecord;
import dev.payfleet.payroll.RecordOrder;
import dev.payfleet.provider.ReadResult;
import dev.payfleet.provider.RecordKind;
import dev.payfleet.provider.Resource;
import dev.payfleet.provider.ResourceQuery;
import dev.payfleet.provider.visit.HttpVisit;
import dev.payfleet.provider.visit.PageVisit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every resource of several companies, field by field against what the site's people were made up of. That both
/// tiers read the same, the contract shows.
class LarkspurReadingTest {

    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);
    private static final LocalDate FAR_OFF = LocalDate.of(2030, 12, 31);
    private static final RecursiveComparisonConfiguration BY_VALUE = RecursiveComparisonConfiguration.builder()
            .withStrictTypeChecking(true)
            .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
            .build();

    private static LarkspurVisits visits;
    private static final Map<LarkspurPerson, PageVisit> SIGNED_IN = new HashMap<>();

    @BeforeAll
    static void start() {
        visits = new LarkspurVisits(LarkspurPeople.of(9, 2));
        visits.people.all().forEach(person -> SIGNED_IN.put(person, visits.signedIn(person)));
    }

    @AfterAll
    static void stop() {
        visits.close();
    }

    @Test
    void offers_all_ten_resources() {
        assertThat(LarkspurVisits.PROVIDER.readings().keySet()).isEqualTo(EnumSet.allOf(Resource.class));
    }

    @ParameterizedTest
    @MethodSource("queries")
    void reads_by_http_what_is_true_of_everybody(ResourceQuery query) {
        for (LarkspurPerson person : visits.people.all()) {
            HttpVisit visit = visits.http(SIGNED_IN.get(person));

            assertTrue(
                    person,
                    query,
                    LarkspurVisits.PROVIDER.readings().get(query.resource()).read(visit, query));
        }
    }

    static List<ResourceQuery> queries() {
        List<ResourceQuery> queries = new ArrayList<>();
        for (Resource resource : List.of(
                Resource.COMPANY,
                Resource.GROUPS,
                Resource.IDENTITY,
                Resource.TIME_OFF_BALANCES,
                Resource.WORK_LOCATIONS)) {
            queries.add(new ResourceQuery.Whole(resource));
        }
        queries.add(new ResourceQuery.Employees(Optional.empty()));
        for (EmploymentStatus status : EmploymentStatus.values()) {
            queries.add(new ResourceQuery.Employees(Optional.of(status)));
        }
        for (Resource resource : List.of(Resource.PAYRUNS, Resource.TIMESHEETS, Resource.TIME_OFF_ENTRIES)) {
            queries.add(new ResourceQuery.Between(resource, LONG_AGO, FAR_OFF));
            queries.add(new ResourceQuery.Between(resource, LocalDate.of(2026, 1, 10), LocalDate.of(2026, 2, 10)));
            queries.add(new ResourceQuery.Between(resource, LONG_AGO, LONG_AGO));
        }
        return queries;
    }

    @Test
    void reads_the_payslips_of_every_kind_of_pay_run_and_they_add_up() {
        for (LarkspurPerson person : visits.people.all()) {
            Map<String, String> oneOfEachType = person.payRuns().stream()
                    .collect(Collectors.toMap(run -> run.type(), run -> run.id(), (newest, older) -> older));
            for (String run : oneOfEachType.values()) {
                ResourceQuery query = payslips(run);
                HttpVisit visit = visits.http(SIGNED_IN.get(person));

                assertTrue(
                        person,
                        query,
                        LarkspurVisits.PROVIDER
                                .readings()
                                .get(Resource.PAYSLIPS)
                                .read(visit, query));
            }
        }
    }

    @Test
    void the_people_are_varied_enough_for_this_test() {
        Set<String> types = visits.people.all().stream()
                .flatMap(person -> person.payRuns().stream())
                .map(run -> run.type())
                .collect(Collectors.toSet());

        assertThat(types).hasSizeGreaterThan(2);
        assertThat(visits.people.all()).anyMatch(person -> person.staff().size() > 10);
    }

    private static ResourceQuery payslips(String payrun) {
        return new ResourceQuery.Payslips(LarkspurVisits.IDS.idOf(RecordKind.PAYRUN, payrun));
    }

    private static void assertTrue(LarkspurPerson person, ResourceQuery query, ReadResult result) {
        List<PayrollRecord> truth = new LarkspurTruth(person, LarkspurVisits.IDS)
                .answer(query)
                .sorted(new RecordOrder())
                .map(PayrollRecord.class::cast)
                .toList();

        assertThat(result.partial()).isFalse();
        assertThat(result.records()).hasSameSizeAs(truth);
        for (int i = 0; i < truth.size(); i++) {
            assertThat((Object) result.records().get(i))
                    .usingRecursiveComparison(BY_VALUE)
                    .isEqualTo(truth.get(i));
        }
    }
}
