package dev.payfleet.provider.larkspur;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.payfleet.fixture.larkspur.LarkspurPeople;
import dev.payfleet.fixture.larkspur.LarkspurPerson;
import dev.payfleet.provider.ProviderException;
import dev.payfleet.provider.RecordKind;
import dev.payfleet.provider.Resource;
import dev.payfleet.provider.ResourceQuery;
import dev.payfleet.provider.ResourceReading;
import dev.payfleet.provider.Trouble;
import dev.payfleet.provider.visit.HttpVisit;
import dev.payfleet.provider.visit.PageVisit;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What the contract does not ask for: how this very site misbehaves, and that nothing of the person's is told with
/// it.
class LarkspurTroubleTest {

    private static LarkspurVisits visits;

    private final LarkspurPerson person = visits.people.get(0);

    @BeforeAll
    static void start() {
        visits = new LarkspurVisits(LarkspurPeople.of(4, 2));
    }

    @AfterAll
    static void stop() {
        visits.close();
    }

    @AfterEach
    void mend() {
        visits.site.maintenance(person.userName(), false);
    }

    @Test
    void a_site_that_closes_on_the_submit_is_unavailable() {
        visits.site.maintenance(person.userName(), true);

        assertThat(signInTrouble(person.password())).isEqualTo(new Trouble.Unavailable());
    }

    @Test
    void a_dropped_connection_is_the_site_being_unavailable() {
        HttpVisit http = visits.http(visits.signedIn(person));
        // The JDK's client tries a request of its own accord once more on a connection that was open before.
        visits.site.dropConnections(person.userName(), 3);

        assertThat(trouble(() -> reading(Resource.COMPANY).read(http, query(Resource.COMPANY))))
                .isEqualTo(new Trouble.Unavailable());
        visits.site.dropConnections(person.userName(), 0);
    }

    @ParameterizedTest
    @EnumSource(Resource.class)
    void a_changed_layout_names_page_and_element_and_no_value(Resource resource) {
        LarkspurPerson changed = visits.people.get(1);
        HttpVisit http = visits.http(visits.signedIn(changed));
        visits.site.changeLayout(changed.userName());
        ProviderException thrown = catchThrowableOfType(
                ProviderException.class, () -> reading(resource).read(http, queryOf(changed, resource)));

        assertThat(thrown.trouble()).isInstanceOfSatisfying(Trouble.LayoutChanged.class, drift -> {
            assertThat(drift.page()).matches("[a-z-]+");
            assertThat(drift.expected()).matches("(dl|table)#[a-z-]+");
        });
        assertSilent(changed, thrown);
    }

    private Trouble signInTrouble(String password) {
        PageVisit page = visits.page();
        return trouble(() -> page.signIn(
                LarkspurVisits.PROVIDER.signIn(), LarkspurVisits.credentials(person.userName(), password), () -> {}));
    }

    private Trouble trouble(ThrowingCallable action) {
        ProviderException thrown = catchThrowableOfType(ProviderException.class, action);
        assertThat(thrown).isNotNull();
        assertSilent(person, thrown);
        return thrown.trouble();
    }

    private static void assertSilent(LarkspurPerson of, ProviderException thrown) {
        StringWriter everything = new StringWriter();
        thrown.printStackTrace(new PrintWriter(everything));

        assertThat(of.secrets()).noneMatch(everything.toString()::contains);
        assertThat(visits.site.issuedTokens()).noneMatch(everything.toString()::contains);
    }

    private static ResourceReading reading(Resource resource) {
        return LarkspurVisits.PROVIDER.readings().get(resource);
    }

    private static ResourceQuery query(Resource resource) {
        return new ResourceQuery.Whole(resource);
    }

    private static ResourceQuery queryOf(LarkspurPerson person, Resource resource) {
        return switch (resource) {
            case COMPANY, GROUPS, IDENTITY, TIME_OFF_BALANCES, WORK_LOCATIONS -> query(resource);
            case EMPLOYEES -> new ResourceQuery.Employees(Optional.empty());
            case PAYRUNS, TIMESHEETS, TIME_OFF_ENTRIES ->
                new ResourceQuery.Between(resource, LocalDate.of(2020, 1, 1), LocalDate.of(2030, 1, 1));
            case PAYSLIPS ->
                new ResourceQuery.Payslips(LarkspurVisits.IDS.idOf(
                        RecordKind.PAYRUN, person.payRuns().getFirst().id()));
        };
    }
}
