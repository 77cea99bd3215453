package dev.payfleet.provider.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.payfleet.provider.ApiAccess;
import dev.payfleet.provider.ApiRequest;
import dev.payfleet.provider.ApiSign;
import dev.payfleet.provider.PageMeaning;
import dev.payfleet.provider.ProviderException;
import dev.payfleet.provider.StoredValue;
import dev.payfleet.provider.TokenRefresh;
import dev.payfleet.provider.Trouble;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Errors of an API that tell what they mean.
class ApiSignTest {

    private static final StoredValue ACCESS = StoredValue.session("access");
    private static final StoredValue REFRESH = StoredValue.session("refresh");
    private static final ApiSign KICKED =
            new ApiSign(PageMeaning.SESSION_TAKEN_OVER, 401, "error.code", "signed_in_elsewhere");
    private static final ApiSign CLOSED = new ApiSign(PageMeaning.NO_ACCOUNTS, 403, "reason", "no_company");

    private final SmallSite site = new SmallSite();
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        client.close();
        site.close();
    }

    @Test
    void an_error_that_bears_a_sign_is_told_as_that_and_renews_nothing() {
        answers("/api/people", 401, "{\"error\":{\"code\":\"signed_in_elsewhere\"}}");

        assertThat(trouble()).isEqualTo(new Trouble.SessionTakenOver());
        assertThat(site.requests()).containsExactly("GET /api/people");
    }

    @Test
    void a_refused_renewal_may_bear_one_as_well() {
        answers("/api/people", 401, "{\"error\":{\"code\":\"token_expired\"}}");
        answers("/api/token", 401, "{\"error\":{\"code\":\"signed_in_elsewhere\"}}");

        assertThat(trouble()).isEqualTo(new Trouble.SessionTakenOver());
        assertThat(site.requests()).containsExactly("GET /api/people", "POST /api/token");
    }

    @Test
    void an_error_without_a_sign_is_told_by_its_status() {
        for (String body : List.of("{\"reason\":\"no_right\"}", "{\"error\":{\"code\":\"no_company\"}}", "[]", "<p>")) {
            answers("/api/people", 403, body);

            assertThat(trouble()).as(body).isEqualTo(new Trouble.InsufficientPermission());
        }
    }

    @Test
    void a_sign_holds_for_its_own_status_alone() {
        answers("/api/people", 403, "{\"reason\":\"no_company\"}");
        assertThat(trouble()).isEqualTo(new Trouble.NoAccounts());

        answers("/api/people", 500, "{\"reason\":\"no_company\"}");
        assertThat(trouble()).isEqualTo(new Trouble.Unavailable());
    }

    @Test
    void a_sign_that_no_error_can_bear_is_refused() {
        assertThatThrownBy(() -> new ApiSign(PageMeaning.SIGNED_IN, 401, "code", "fine"))
                .hasMessageContaining("meaning");
        assertThatThrownBy(() -> new ApiSign(PageMeaning.SIGNED_OUT, 200, "code", "over"))
                .hasMessageContaining("status");
        assertThatThrownBy(() -> new ApiSign(PageMeaning.SIGNED_OUT, 401, " ", "over"))
                .hasMessageContaining("member");
    }

    private void answers(String path, int status, String json) {
        site.on(
                path,
                SmallSite.bytes(status, json.getBytes(StandardCharsets.UTF_8), "Content-Type", "application/json"));
    }

    private Trouble trouble() {
        ProviderException thrown = catchThrowableOfType(
                ProviderException.class, () -> visit().send(ApiRequest.get("people", "/api/people")));
        assertThat(thrown).isNotNull();
        return thrown.trouble();
    }

    private HttpVisit visit() {
        TokenRefresh way = new TokenRefresh(
                "/api/token", TokenRefresh.Body.JSON, Map.of(), Map.of("token", REFRESH), Map.of("token", ACCESS));
        ApiAccess api = ApiAccess.bearer(site.origin(), "/api/", ACCESS)
                .refreshedBy(way)
                .telling(KICKED, CLOSED);
        VisitSetting setting = new VisitSetting(
                site.origins(),
                SmallSite.SIGNS,
                Optional.of(api),
                new RecordIds("c"),
                Clock.systemUTC(),
                RequestGate.open(),
                Duration.ofSeconds(5));
        Map<String, Map<String, String>> kept =
                Map.of(site.origin().toString(), Map.of("access", "a1", "refresh", "r1"));
        return new HttpVisit(
                client,
                setting,
                new CookieJar(List.of(), Clock.systemUTC()),
                new WebStorage(Map.of(), kept, _ -> {}),
                "Browser/1.0");
    }
}
