package dev.payfleet.provider.visit;

import dev.payfleet.provider.ApiAccess;
import dev.payfleet.provider.ApiRequest;
import dev.payfleet.provider.ApiSign;
import dev.payfleet.provider.ProviderException;
import dev.payfleet.provider.RecordKind;
import dev.payfleet.provider.Tier;
import dev.payfleet.provider.Trouble;
import dev.payfleet.provider.VisitByHttp;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/// Reads a provider by plain requests with the cookies and tokens of a live session: no browser, a fiftieth of its
/// cost.
///
/// It follows redirects itself, so that none leads out of the declared origins, and it says of itself what the
/// browser that signed in said: the session belongs to that user agent. Confined to one thread, virtual threads
/// included.
public final class HttpVisit implements VisitByHttp {

    private static final int MOST_REDIRECTS = 10;
    private static final String JSON = "application/json";
    private static final String PAGES = "text/html,application/xhtml+xml;q=0.9";

    private final HttpExchange exchange;
    private final VisitSetting setting;
    private final CookieJar cookies;
    private final String userAgent;
    private final @Nullable ApiBearer bearer;

    /// Sends nothing yet.
    ///
    /// @param client goes through the egress already; follows no redirects and keeps no cookies
    /// @param cookies of the stored session; what the provider sets is kept in it and can be read back
    ///         afterwards
    /// @param storage of the stored session; a renewed token is kept in it and can be read back afterwards
    /// @param userAgent what the browser that signed in sent
    public HttpVisit(HttpClient client, VisitSetting setting, CookieJar cookies, WebStorage storage, String userAgent) {
        if (client.followRedirects() != HttpClient.Redirect.NEVER
                || client.cookieHandler().isPresent()) {
            throw new IllegalArgumentException("client must follow no redirects and keep no cookies");
        }
        this.exchange = new HttpExchange(client, setting.timeout());
        this.setting = setting;
        this.cookies = cookies;
        this.userAgent = userAgent;
        this.bearer = setting.api()
                .map(api -> new ApiBearer(api, setting.origins(), cookies, storage))
                .orElse(null);
    }

    @Override
    public Document open(String path) {
        HttpResponse<byte[]> response = fetch(Outgoing.get(setting.origins().resolve(path), PAGES));
        Answer answer = answerOf(response);
        answer.egressTrouble().ifPresent(HttpVisit::raise);
        Document page = HtmlBody.parse(response);
        answer.troubleIn(page, setting.signs(), now()).ifPresent(HttpVisit::raise);
        if (!HtmlBody.isHtml(response)) {
            throw new ProviderException(new Trouble.LayoutChanged(PageName.of(response.uri()), "an HTML page"));
        }
        return page;
    }

    @Override
    public byte[] download(String path) {
        return bodyOf(fetch(Outgoing.get(setting.origins().resolve(path), "*/*")));
    }

    @Override
    public byte[] send(ApiRequest request) {
        return bodyOf(fetch(Outgoing.of(request, setting.origins().resolve(request.path()))));
    }

    @Override
    public UUID idOf(RecordKind kind, String remoteId) {
        return setting.ids().idOf(kind, remoteId);
    }

    @Override
    public Tier tier() {
        return Tier.HTTP;
    }

    @Override
    public LocalDate today() {
        return LocalDate.now(setting.clock());
    }

    private byte[] bodyOf(HttpResponse<byte[]> response) {
        Answer answer = answerOf(response);
        Optional<Trouble> trouble = HtmlBody.isHtml(response)
                ? answer.troubleIn(HtmlBody.parse(response), setting.signs(), now())
                : answer.egressTrouble().or(() -> toldByApi(answer, response)).or(() -> answer.troubleOfStatus(now()));
        trouble.ifPresent(HttpVisit::raise);
        return response.body();
    }

    /// Renews the token at most once: a fresh one that is refused says that the session is over.
    private HttpResponse<byte[]> fetch(Outgoing request) {
        if (bearer == null || !bearer.isFor(request.address())) {
            return follow(request);
        }
        if (bearer.headerValueOrNull() == null) {
            renew(bearer);
            return follow(request);
        }
        HttpResponse<byte[]> response = follow(request);
        boolean expired = response.statusCode() == 401
                && toldByApi(answerOf(response), response).isEmpty();
        if (!expired || !bearer.mayRenew()) {
            return response;
        }
        renew(bearer);
        return follow(request);
    }

    private void renew(ApiBearer expired) {
        if (!expired.mayRenew()) {
            raise(new Trouble.SignedOut());
        }
        Outgoing asking =
                new Outgoing(expired.refreshAddress(), JSON, expired.refreshType(), expired.refreshBody(), Map.of());
        HttpResponse<byte[]> response = once(asking, false);
        Answer answer = answerOf(response);
        answer.egressTrouble().or(() -> toldByApi(answer, response)).ifPresent(HttpVisit::raise);
        if (response.statusCode() == 400 || response.statusCode() == 403) {
            raise(new Trouble.SignedOut());
        }
        answer.troubleOfStatus(now()).ifPresent(HttpVisit::raise);
        expired.keep(response.body());
    }

    private HttpResponse<byte[]> follow(Outgoing first) {
        Outgoing request = first;
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            HttpResponse<byte[]> response = once(request, true);
            Optional<String> location = redirectOf(response);
            if (location.isEmpty()) {
                return response;
            }
            URI next = setting.origins().resolve(location.get(), request.address());
            request = request.redirected(next, response.statusCode());
        }
        throw new ProviderException(new Trouble.LayoutChanged(PageName.of(first.address()), "at most ten redirects"));
    }

    private HttpResponse<byte[]> once(Outgoing request, boolean authorized) {
        setting.gate().beforeRequest();
        HttpRequest.Builder building = request.builder().header("User-Agent", userAgent);
        String held = cookies.headerFor(request.address());
        if (!held.isEmpty()) {
            building.header("Cookie", held);
        }
        if (authorized && bearer != null && bearer.isFor(request.address())) {
            String value = bearer.headerValueOrNull();
            if (value != null) {
                building.header(bearer.header(), value);
            }
        }
        HttpResponse<byte[]> response = exchange.send(building);
        cookies.receive(request.address(), response.headers().allValues("set-cookie"));
        return response;
    }

    private Optional<Trouble> toldByApi(Answer answer, HttpResponse<byte[]> response) {
        List<ApiSign> signs = setting.api().map(ApiAccess::signs).orElse(List.of());
        return answer.troubleOfApi(response.body(), signs, now());
    }

    private Instant now() {
        return setting.clock().instant();
    }

    private static Optional<String> redirectOf(HttpResponse<byte[]> response) {
        return switch (response.statusCode()) {
            case 301, 302, 303, 307, 308 -> response.headers().firstValue("location");
            default -> Optional.empty();
        };
    }

    private static Answer answerOf(HttpResponse<byte[]> response) {
        Map<String, String> headers = response.headers().map().entrySet().stream()
                .collect(Collectors.toMap(
                        header -> header.getKey().toLowerCase(Locale.ROOT),
                        header -> header.getValue().getFirst(),
                        (first, _) -> first));
        return new Answer(response.uri(), response.statusCode(), headers);
    }

    private static void raise(Trouble trouble) {
        throw new ProviderException(trouble);
    }
}
