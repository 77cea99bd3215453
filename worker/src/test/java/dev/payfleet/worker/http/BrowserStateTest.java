package dev.payfleet.worker.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.payfleet.provider.visit.Cookie;
import dev.payfleet.scrub.KnownSecrets;
import dev.payfleet.session.Secret;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BrowserStateTest {
    private static final String ORIGIN = "https://pay.example.com";
    private static final Secret STATE = Secret.of("""
            {"cookies":[{"name":"sid","value":"a-session-cookie","domain":"pay.example.com","path":"/","expires":-1,\
            "httpOnly":true,"secure":true,"sameSite":"Strict"}],\
            "origins":[{"origin":"https://pay.example.com","localStorage":[{"name":"theme","value":"dark"}],\
            "sessionStorage":[{"name":"auth","value":"{\\"access\\":\\"a-long-access-token\\"}"}],"indexedDB":[]}]}""");

    @Test
    void readsCookiesAndBothStorages() {
        BrowserState state = BrowserState.read(STATE);

        assertThat(state.cookies()).extracting(Cookie::name).containsExactly("sid");
        assertThat(state.local()).isEqualTo(Map.of(ORIGIN, Map.of("theme", "dark")));
        assertThat(state.session()).isEqualTo(Map.of(ORIGIN, Map.of("auth", "{\"access\":\"a-long-access-token\"}")));
        assertThat(state).hasToString("BrowserState[<redacted>]");
    }

    @Test
    void handsPlaywrightWhatItKnowsAndNoMore() {
        assertThat(BrowserState.forPlaywright(STATE).reveal())
                .contains("theme", "sid", "indexedDB")
                .doesNotContain("sessionStorage", "access");
        Secret plain = Secret.of("{\"cookies\":[],\"origins\":[]}");
        assertThat(BrowserState.forPlaywright(plain)).isSameAs(plain);
    }

    @Test
    void putsNewValuesInPlaceOfOldOnesAndLeavesTheRest() {
        BrowserState state = BrowserState.read(STATE);
        Secret after = state.with(
                state.cookies(),
                Map.of(ORIGIN, Map.of("theme", "light")),
                Map.of("https://id.example.com", Map.of("token", "two")));

        assertThat(after.reveal()).contains("\"sameSite\":\"Strict\"", "indexedDB");
        assertThat(BrowserState.read(after).local()).isEqualTo(Map.of(ORIGIN, Map.of("theme", "light")));
        assertThat(BrowserState.read(after).session())
                .containsEntry("https://id.example.com", Map.of("token", "two"))
                .containsKey(ORIGIN);
    }

    @Test
    void whatIsNoStateReadsAsAnEmptyOne() {
        for (String none : List.of("{\"cookies\": \"hunter2", "7", "")) {
            BrowserState state = BrowserState.read(Secret.of(none));
            assertThat(state.cookies()).isEmpty();
            assertThat(state.session()).isEmpty();
        }
    }

    @Test
    void tokensInUseAreKnownToTheScrubberAndShortWordsAreNot() {
        KnownSecrets secrets = new KnownSecrets();

        try (SessionSecrets known = SessionSecrets.inUse(STATE, secrets)) {
            known.add("a-renewed-token");
            assertThat(secrets.isIn("a-session-cookie")).isTrue();
            assertThat(secrets.isIn("Bearer a-long-access-token")).isTrue();
            assertThat(secrets.isIn("Bearer a-renewed-token")).isTrue();
            assertThat(secrets.isIn("dark")).isFalse();
        }
        assertThat(secrets.isIn("Bearer a-long-access-token a-renewed-token")).isFalse();
    }
}
