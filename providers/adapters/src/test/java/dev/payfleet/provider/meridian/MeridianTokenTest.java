package dev.payfleet.provider.meridian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.payfleet.fixture.meridian.MeridianPeople;
import dev.payfleet.fixture.meridian.MeridianPerson;
import dev.payfleet.payroll.Identity;
import dev.payfleet.provider.ProviderException;
import dev.payfleet.provider.ReadResult;
import dev.payfleet.provider.Resource;
import dev.payfleet.provider.ResourceQuery;
import dev.payfleet.provider.ResourceReading;
import dev.payfleet.provider.Trouble;
import dev.payfleet.provider.visit.HttpVisit;
import dev.payfleet.provider.visit.PageVisit;
import dev.payfleet.provider.visit.WebStorage;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// How long Meridian's tokens serve, by both tiers.
class MeridianTokenTest {

    private static MeridianVisits visits;
    private static MeridianPerson person;

    @BeforeAll
    static void start() {
        visits = new MeridianVisits(MeridianPeople.of(4, 1));
        person = visits.people.get(0);
    }

    @AfterAll
    static void stop() {
        visits.close();
    }

    @AfterEach
    void mend() {
        visits.site.throttle(person.email(), 0, Duration.ZERO);
    }

    @Test
    void an_access_token_that_has_expired_is_renewed_and_the_new_ones_are_kept() {
        PageVisit page = visits.signedIn(person);
        WebStorage storage = visits.storage(page);
        String before = kept(storage);
        int refreshes = visits.site.counts().refreshes();
        visits.site.expireAccessTokens(person.email());

        ReadResult result = identity().read(visits.http(storage), query(Resource.IDENTITY));

        assertThat(((Identity) result.records().getFirst()).email()).isEqualTo(person.email());
        assertThat(visits.site.counts().refreshes()).isEqualTo(refreshes + 1);
        assertThat(kept(storage)).isNotEqualTo(before).contains("accessToken", "refreshToken");
    }

    @Test
    void what_one_visit_kept_serves_the_next() {
        WebStorage storage = visits.storage(visits.signedIn(person));
        visits.site.expireAccessTokens(person.email());
        identity().read(visits.http(storage), query(Resource.IDENTITY));
        visits.site.expireAccessTokens(person.email());

        HttpVisit next = visits.http(new WebStorage(storage.local(), storage.session(), _ -> {}));

        assertThat(identity().read(next, query(Resource.IDENTITY)).records()).hasSize(1);
    }

    @Test
    void a_token_that_expires_midway_is_renewed_midway() {
        HttpVisit visit = visits.http(visits.signedIn(person));
        ResourceReading employees = reading(Resource.EMPLOYEES);
        identity().read(visit, query(Resource.IDENTITY));
        visits.site.expireAccessTokens(person.email());

        ReadResult result = employees.read(visit, new ResourceQuery.Employees(java.util.Optional.empty()));

        assertThat(result.records()).hasSameSizeAs(person.workers());
    }

    @Test
    void a_refresh_token_that_is_refused_is_a_session_that_is_over() {
        PageVisit page = visits.signedIn(person);
        HttpVisit http = visits.http(page);
        visits.site.expireSessions(person.email());

        assertThat(trouble(() -> identity().read(http, query(Resource.IDENTITY))))
                .isEqualTo(new Trouble.SignedOut());
        assertThat(trouble(() -> identity().read(page, query(Resource.IDENTITY))))
                .isEqualTo(new Trouble.SignedOut());
    }

    @Test
    void after_a_sign_in_elsewhere_one_can_sign_in_again_on_the_page_that_says_so() {
        PageVisit page = visits.signedIn(person);
        visits.site.signInElsewhere(person.email());
        assertThat(trouble(() -> identity().read(page, query(Resource.IDENTITY))))
                .isEqualTo(new Trouble.SessionTakenOver());

        MeridianVisits.signIn(page, person);

        assertThat(identity().read(page, query(Resource.IDENTITY)).records()).hasSize(1);
    }

    @Test
    void the_token_goes_to_the_interface_and_nowhere_else() {
        HttpVisit http = visits.http(visits.signedIn(person));

        assertThat(http.open("/home").select("#app")).hasSize(1);
        assertThat(visits.site.counts(person.email()).requestsTo("/home")).isZero();
    }

    @Test
    void a_minute_that_is_full_tells_when_the_next_begins() {
        HttpVisit http = visits.http(visits.signedIn(person));
        visits.site.throttle(person.email(), 1, Duration.ofMillis(2_300));

        assertThat(trouble(() -> reading(Resource.PAYRUNS)
                        .read(
                                http,
                                new ResourceQuery.Between(
                                        Resource.PAYRUNS, LocalDate.of(2026, 1, 1), LocalDate.of(2026, 3, 1)))))
                .isEqualTo(new Trouble.RateLimited(Duration.ofSeconds(3)));
    }

    @Test
    void balances_of_time_off_are_not_offered() {
        assertThat(MeridianVisits.PROVIDER.readings()).hasSize(9).doesNotContainKey(Resource.TIME_OFF_BALANCES);
    }

    private String kept(WebStorage storage) {
        return String.valueOf(storage.session().get(visits.site.origin()).get(MeridianVisits.SESSION));
    }

    private static Trouble trouble(org.assertj.core.api.ThrowableAssert.ThrowingCallable action) {
        ProviderException thrown = catchThrowableOfType(ProviderException.class, action);
        assertThat(thrown).isNotNull();
        return thrown.trouble();
    }

    private static ResourceReading identity() {
        return reading(Resource.IDENTITY);
    }

    private static ResourceReading reading(Resource resource) {
        return MeridianVisits.PROVIDER.readings().get(resource);
    }

    private static ResourceQuery query(Resource resource) {
        return new ResourceQuery.Whole(resource);
    }
}
