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
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What is told when the site does not do what it should, and that nothing of the person's is told with it.
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
        visits.site.unlock(person.userName());
        visits.site.maintenance(false);
        visits.site.maintenance(person.userName(), false);
        visits.site.throttle(0, Duration.ZERO);
    }

    @Test
    void a_wrong_password_is_tried_once() {
        int before = visits.site.counts().signInPosts();

        assertThat(signInTrouble("not-the-password")).isEqualTo(new Trouble.CredentialsRejected());
        assertThat(visits.site.counts().signInPosts()).isEqualTo(before + 1);
    }

    @Test
    void a_locked_account_is_told_from_a_wrong_password() {
        visits.site.lock(person.userName());

        assertThat(signInTrouble(person.password())).isEqualTo(new Trouble.AccountLocked());
    }

    @Test
    void a_closed_site_takes_no_credential() {
        int before = visits.site.counts().signInPosts();
        visits.site.maintenance(true);

        assertThat(signInTrouble(person.password())).isEqualTo(new Trouble.Unavailable());
        assertThat(visits.site.counts().signInPosts()).isEqualTo(before);
    }

    @Test
    void a_site_that_closes_on_the_submit_is_unavailable() {
        visits.site.maintenance(person.userName(), true);

        assertThat(signInTrouble(person.password())).isEqualTo(new Trouble.Unavailable());
    }

    @Test
    void a_session_that_has_expired_is_signed_out_by_both_tiers() {
        PageVisit page = visits.signedIn(person);
        HttpVisit http = visits.http(page);
        visits.site.expireSessions(person.userName());

        assertThat(trouble(() -> reading(Resource.COMPANY).read(page, query(Resource.COMPANY))))
                .isEqualTo(new Trouble.SignedOut());
        assertThat(trouble(() -> reading(Resource.COMPANY).read(http, query(Resource.COMPANY))))
                .isEqualTo(new Trouble.SignedOut());
    }

    @Test
    void a_closed_site_is_unavailable_by_both_tiers() {
        PageVisit page = visits.signedIn(person);
        HttpVisit http = visits.http(page);
        visits.site.maintenance(true);

        assertThat(trouble(() -> reading(Resource.IDENTITY).read(page, query(Resource.IDENTITY))))
                .isEqualTo(new Trouble.Unavailable());
        assertThat(trouble(() -> reading(Resource.IDENTITY).read(http, query(Resource.IDENTITY))))
                .isEqualTo(new Trouble.Unavailable());
    }

    @Test
    void too_many_requests_tell_when_to_come_again() {
        HttpVisit http = visits.http(visits.signedIn(person));
        visits.site.throttle(person.userName(), 1, Duration.ofSeconds(17));

        assertThat(trouble(() -> reading(Resource.COMPANY).read(http, query(Resource.COMPANY))))
                .isEqualTo(new Trouble.RateLimited(Duration.ofSeconds(17)));
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
