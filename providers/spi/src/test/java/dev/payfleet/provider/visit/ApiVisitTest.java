package dev.payfleet.provider.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.payfleet.provider.ApiAccess;
import dev.payfleet.provider.ApiRequest;
import dev.payfleet.provider.StoredValue;
import dev.payfleet.provider.TokenRefresh;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Requests to an API whose token lies in the browser's storage.
class ApiVisitTest {

    private static final StoredValue ACCESS = StoredValue.session("access");
    private static final StoredValue REFRESH = StoredValue.local("auth").member("tokens.refresh");
    private static final TokenRefresh WAY = new TokenRefresh(
            "/api/token",
            TokenRefresh.Body.JSON,
            Map.of("grant_type", "refresh_token"),
            Map.of("refresh_token", REFRESH),
            Map.of("access_token", ACCESS, "refresh_token", REFRESH));

    private final SmallSite site = new SmallSite();
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<String> seen = new ArrayList<>();
    private final List<String> secrets = new ArrayList<>();

    @AfterEach
    void close() {
        client.close();
        site.close();
    }

    @Test
    void sends_the_token_to_the_api_and_nowhere_else() {
        noting("/api/people", SmallSite.bytes(200, "[]".getBytes(StandardCharsets.UTF_8)));
        noting("/apiary", SmallSite.bytes(200, "[]".getBytes(StandardCharsets.UTF_8)));
        HttpVisit visit = visit(storage("old", "r1"));

        visit.send(ApiRequest.get("people", "/api/people"));
        visit.send(ApiRequest.get("apiary", "/apiary"));

        assertThat(seen).containsExactly("/api/people Bearer old", "/apiary null");
    }

    @Test
    void posts_json_with_headers_of_the_adapters() {
        List<String> bodies = new ArrayList<>();
        site.on("/api/graphql", exchange -> {
            bodies.add(exchange.getRequestHeaders().getFirst("Content-Type") + " "
                    + exchange.getRequestHeaders().getFirst("X-Version") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            SmallSite.bytes(200, "{}".getBytes(StandardCharsets.UTF_8)).answer(exchange);
        });

        visit(storage("old", "r1"))
                .send(ApiRequest.graphQl("people", "/api/graphql", "{people}", Map.of("first", 5))
                        .header("X-Version", "2"));

        assertThat(bodies).containsExactly("application/json 2 {\"query\":\"{people}\",\"variables\":{\"first\":5}}");
    }

    @Test
    void renews_a_token_that_is_not_accepted_keeps_it_and_asks_again() {
        tokens("new", 200, "{\"access_token\":\"new\",\"refresh_token\":\"r2\"}");
        WebStorage storage = storage("old", "r1");

        byte[] answer = visit(storage).send(ApiRequest.get("people", "/api/people"));

        assertThat(answer).asString(StandardCharsets.UTF_8).isEqualTo("[]");
        assertThat(seen)
                .containsExactly(
                        "/api/people Bearer old",
                        "{\"grant_type\":\"refresh_token\",\"refresh_token\":\"r1\"}",
                        "/api/people Bearer new");
        String origin = site.origin().toString();
        assertThat(storage.session()).isEqualTo(Map.of(origin, Map.of("access", "new")));
        assertThat(storage.local())
                .isEqualTo(Map.of(origin, Map.of("auth", "{\"tokens\":{\"refresh\":\"r2\"},\"user\":7}")));
        assertThat(secrets).containsExactlyInAnyOrder("new", "r2");
    }

    @Test
    void renews_once_and_takes_a_second_refusal_for_the_end_of_the_session() {
        tokens("never", 200, "{\"access_token\":\"newer\"}");

        assertThatThrownBy(() -> visit(storage("old", "r1")).send(ApiRequest.get("people", "/api/people")))
                .hasMessage("the session is signed out")
                .hasNoCause();
        assertThat(seen).hasSize(3);
    }

    @Test
    void a_refused_refresh_is_the_end_of_the_session_and_one_in_another_form_a_changed_layout() {
        tokens("new", 400, "{\"error\":\"invalid_grant\"}");
        assertThatThrownBy(() -> visit(storage("old", "r1")).send(ApiRequest.get("people", "/api/people")))
                .hasMessage("the session is signed out");
        tokens("new", 200, "{\"token\":\"hush\"}");
        assertThatThrownBy(() -> visit(storage("old", "r1")).send(ApiRequest.get("people", "/api/people")))
                .hasMessage("page \"token refresh\" has changed: expected access_token or refresh_token");
        tokens("new", 200, "hush");
        assertThatThrownBy(() -> visit(storage("old", "r1")).send(ApiRequest.get("people", "/api/people")))
                .hasMessage("page \"token refresh\" has changed: expected JSON");
    }

    @Test
    void a_session_without_a_token_asks_for_one_first_and_without_both_is_signed_out() {
        tokens("new", 200, "{\"access_token\":\"new\"}");

        visit(new WebStorage(
                        Map.of(site.origin().toString(), Map.of("auth", "{\"tokens\":{\"refresh\":\"r1\"}}")),
                        Map.of(),
                        secrets::add))
                .send(ApiRequest.get("people", "/api/people"));

        assertThat(seen).last().isEqualTo("/api/people Bearer new");
        assertThatThrownBy(() -> visit(WebStorage.empty()).send(ApiRequest.get("people", "/api/people")))
                .hasMessage("the session is signed out");
    }

    @Test
    void what_it_holds_prints_as_nothing() {
        assertThat(storage("old", "r1")).hasToString("WebStorage[<redacted>]");
        assertThat(ApiRequest.postJson("people", "/api/people/E17", Map.of("a", "hush")))
                .hasToString("ApiRequest[people]");
    }

    /// An API that accepts one token, and the address that gives new ones.
    private void tokens(String accepted, int status, String answer) {
        seen.clear();
        site.on("/api/people", exchange -> {
            String authorization = exchange.getRequestHeaders().getFirst("Authorization");
            seen.add("/api/people " + authorization);
            boolean good = ("Bearer " + accepted).equals(authorization);
            SmallSite.bytes(good ? 200 : 401, "[]".getBytes(StandardCharsets.UTF_8))
                    .answer(exchange);
        });
        site.on("/api/token", exchange -> {
            seen.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            SmallSite.bytes(status, answer.getBytes(StandardCharsets.UTF_8)).answer(exchange);
        });
    }

    private void noting(String path, SmallSite.Page page) {
        site.on(path, exchange -> {
            seen.add(path + " " + exchange.getRequestHeaders().getFirst("Authorization"));
            page.answer(exchange);
        });
    }

    private WebStorage storage(String access, String refresh) {
        String origin = site.origin().toString();
        return new WebStorage(
                Map.of(origin, Map.of("auth", "{\"tokens\":{\"refresh\":\"" + refresh + "\"},\"user\":7}")),
                Map.of(origin, Map.of("access", access)),
                secrets::add);
    }

    private HttpVisit visit(WebStorage storage) {
        ApiAccess api = ApiAccess.bearer(site.origin(), "/api", ACCESS).refreshedBy(WAY);
        VisitSetting setting = new VisitSetting(
                site.origins(),
                SmallSite.SIGNS,
                Optional.of(api),
                new RecordIds("c"),
                SmallBrowser.CLOCK,
                RequestGate.open(),
                Duration.ofSeconds(5));
        return new HttpVisit(client, setting, new CookieJar(List.of(), SmallBrowser.CLOCK), storage, "Browser/1.0");
    }
}
