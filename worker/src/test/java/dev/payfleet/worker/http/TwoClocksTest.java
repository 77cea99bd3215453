package dev.payfleet.worker.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.payfleet.provider.DeviceTrust;
import dev.payfleet.provider.Origin;
import dev.payfleet.provider.Origins;
import dev.payfleet.provider.PageMeaning;
import dev.payfleet.provider.PageSign;
import dev.payfleet.provider.PoliteRate;
import dev.payfleet.provider.ProviderDeclaration;
import dev.payfleet.provider.StaticTexts;
import dev.payfleet.provider.StoredValue;
import dev.payfleet.session.Secret;
import dev.payfleet.session.StoredSession;
import dev.payfleet.session.StoredTrust;
import dev.payfleet.worker.job.SignedIn;
import dev.payfleet.worker.queue.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TwoClocksTest {
    private static final Origin PAY = Origin.of("https://pay.example.com");
    private static final Origin ID = Origin.of("https://id.example.com");
    private static final Duration TRUSTED_FOR = Duration.ofDays(30);

    /// Of each kind one value of the session and one of the trust, and the trusted key at another origin, where it
    /// is none.
    private static final String STATE = """
            {"cookies":[\
            {"name":"sid","value":"session-cookie","domain":"pay.example.com","path":"/","expires":-1,\
            "httpOnly":true,"secure":true,"sameSite":"Strict"},\
            {"name":"device","value":"trust-cookie","domain":"pay.example.com","path":"/","expires":1800000000,\
            "httpOnly":true,"secure":true,"sameSite":"Strict"}],\
            "origins":[{"origin":"https://pay.example.com",\
            "localStorage":[{"name":"token","value":"session-local"},{"name":"known","value":"trust-local"}],\
            "sessionStorage":[{"name":"tab","value":"session-tab"},{"name":"binding","value":"trust-tab"}],\
            "indexedDB":[{"name":"drafts","version":1,"stores":["session-base"]},\
            {"name":"keys","version":1,"stores":["trust-base"]}]},\
            {"origin":"https://id.example.com","localStorage":[{"name":"known","value":"session-elsewhere"}]}]}""";

    private final SettableClock clock = SettableClock.atSomeMoment();
    private final StoredSession session =
            new StoredSession(Secret.of("{}"), clock.instant(), clock.instant().plusSeconds(60), "a browser");

    @ParameterizedTest
    @CsvSource({
        "COOKIE, device, trust-cookie",
        "LOCAL_STORAGE, known, trust-local",
        "SESSION_STORAGE, binding, trust-tab",
        "DATABASE, keys, trust-base"
    })
    void whatCarriesTheTrustLeavesTheSession(StoredValue.Area area, String name, String value) {
        SignedIn apart = parted(STATE, new StoredValue(area, name, null, null));

        assertThat(apart.trust().orElseThrow().state().reveal()).contains(value).doesNotContain("session-");
        assertThat(apart.session().state().reveal())
                .doesNotContain(value)
                .contains("session-cookie", "session-local", "session-tab", "session-base", "session-elsewhere");
    }

    @Test
    void togetherTheyAreWhatTheyWere() {
        SignedIn apart = parted(
                STATE,
                StoredValue.cookie("device"),
                StoredValue.local("known"),
                StoredValue.session("binding"),
                StoredValue.database("keys"));
        BrowserState whole = BrowserState.read(Secret.of(STATE));

        BrowserState together = BrowserState.read(TwoClocks.together(apart));

        assertThat(together.hasSameValuesAs(whole)).isTrue();
        assertThat(together.secret().reveal()).contains("\"sameSite\":\"Strict\"", "1800000000");
    }

    @Test
    void theTrustOfAnotherOriginIsThatOriginsAlone() {
        SignedIn apart = parted(STATE, StoredValue.local("known").at(ID));
        BrowserState trust = BrowserState.read(apart.trust().orElseThrow().state());

        assertThat(trust.local()).isEqualTo(Map.of(ID.toString(), Map.of("known", "session-elsewhere")));
        assertThat(BrowserState.read(apart.session().state()).local()).containsOnlyKeys(PAY.toString());
    }

    @Test
    void aSimulatedSiteKeepsItUnderTheOriginThatStandsIn() {
        Origin standIn = Origin.of("http://127.0.0.1:4444");
        TwoClocks clocks = clocks(Map.of(PAY, standIn), StoredValue.local("known"));

        SignedIn apart =
                clocks.apart(Secret.of(STATE.replace(PAY.toString(), standIn.toString())), session, Optional.empty());

        assertThat(apart.trust().orElseThrow().state().reveal()).contains("trust-local");
    }

    @Test
    void trustThatStaysTheSameKeepsItsClock() {
        StoredTrust given = parted(STATE, StoredValue.cookie("device")).trust().orElseThrow();
        clock.pass(Duration.ofDays(3));

        SignedIn later = clocks(Map.of(), StoredValue.cookie("device"))
                .apart(Secret.of(STATE.replace("1800000000", "1900000000")), session, Optional.of(given));

        assertThat(later.trust()).containsSame(given);
        assertThat(given.expiresAt()).isEqualTo(given.trustedAt().plus(TRUSTED_FOR));
    }

    @Test
    void aNewValueStartsANewClock() {
        StoredTrust given = parted(STATE, StoredValue.cookie("device")).trust().orElseThrow();
        clock.pass(Duration.ofDays(3));

        StoredTrust rolled = clocks(Map.of(), StoredValue.cookie("device"))
                .apart(Secret.of(STATE.replace("trust-cookie", "rolled-cookie")), session, Optional.of(given))
                .trust()
                .orElseThrow();

        assertThat(rolled.trustedAt()).isEqualTo(clock.instant());
        assertThat(rolled.expiresAt()).isEqualTo(clock.instant().plus(TRUSTED_FOR));
        assertThat(rolled.state().reveal()).contains("rolled-cookie").doesNotContain("session-");
    }

    @Test
    void whereNothingCarriesItThereIsNoTrust() {
        assertThat(parted(STATE, StoredValue.cookie("another")).trust()).isEmpty();
        assertThat(parted("{}", StoredValue.cookie("device")).trust()).isEmpty();
    }

    @Test
    void aProviderThatTrustsNoDeviceLeavesTheStateAsItIs() {
        SignedIn apart = parted(STATE);

        assertThat(apart.session().state().reveal()).isEqualTo(STATE);
        assertThat(apart.trust()).isEmpty();
        assertThat(TwoClocks.together(apart)).isSameAs(apart.session().state());
    }

    @Test
    void theTrustsValueStandsAboveTheSessions() {
        SignedIn apart = parted(STATE, StoredValue.cookie("device"));
        StoredSession old = new StoredSession(
                Secret.of(STATE.replace("trust-cookie", "old-cookie")),
                session.obtainedAt(),
                session.expiresAt(),
                session.userAgent());

        assertThat(TwoClocks.together(new SignedIn(old, apart.trust())).reveal())
                .contains("trust-cookie")
                .doesNotContain("old-cookie");
    }

    private SignedIn parted(String state, StoredValue... carriedBy) {
        return clocks(Map.of(), carriedBy).apart(Secret.of(state), session, Optional.empty());
    }

    private TwoClocks clocks(Map<Origin, Origin> standIns, StoredValue... carriedBy) {
        DeviceTrust trust = carriedBy.length == 0 ? DeviceTrust.NONE : DeviceTrust.of(TRUSTED_FOR, carriedBy);
        ProviderDeclaration provider = new ProviderDeclaration(
                "pay",
                "Pay",
                "GB",
                List.of(PAY, ID),
                List.of(
                        PageSign.element(PageMeaning.SIGNED_IN, "nav"),
                        PageSign.element(PageMeaning.SIGNED_OUT, "form")),
                StaticTexts.ofLines("Sign in"),
                new PoliteRate(10),
                3,
                Duration.ofMinutes(30),
                trust);
        return new TwoClocks(provider, new Origins(provider.origins(), standIns), clock);
    }
}
