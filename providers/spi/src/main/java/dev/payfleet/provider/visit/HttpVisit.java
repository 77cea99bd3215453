package dev.payfleet.provider.visit;

import dev.payfleet.provider.Origins;
import dev.payfleet.provider.PageSign;
import dev.payfleet.provider.ProviderException;
import dev.payfleet.provider.RecordKind;
import dev.payfleet.provider.Tier;
import dev.payfleet.provider.Trouble;
import dev.payfleet.provider.VisitByHttp;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;

/// Reads a provider by plain requests with the cookies of a live session: no browser, a fiftieth of its cost.
///
/// It follows redirects itself, so that none leads out of the declared origins, and it says of itself what the
/// browser that signed in said: the session belongs to that user agent. Confined to one thread, virtual threads
/// included.
public final class HttpVisit implements VisitByHttp {

    private static final int MOST_REDIRECTS = 10;
    private static final String PAGES = "text/html,application/xhtml+xml;q=0.9";

    private final HttpExchange exchange;
    private final Origins origins;
    private final List<PageSign> signs;
    private final CookieJar cookies;
    private final String userAgent;
    private final RecordIds ids;
    private final Clock clock;
    private final RequestGate gate;

    /// Sends nothing yet.
    ///
    /// @param client goes through the egress already; follows no redirects and keeps no cookies
    /// @param signs how a page tells what it is, from the provider's declaration
    /// @param cookies of the stored session; what the provider sets is kept in it and can be read back
    ///         afterwards
    /// @param userAgent what the browser that signed in sent
    /// @param clock gives the time for cookies and `Retry-After`, and the day with its zone
    /// @param gate asked before every request, redirects included
    /// @param timeout for each request with its whole body
    public HttpVisit(
            HttpClient client,
            Origins origins,
            List<PageSign> signs,
            CookieJar cookies,
            String userAgent,
            RecordIds ids,
            Clock clock,
            RequestGate gate,
            Duration timeout) {
        if (client.followRedirects() != HttpClient.Redirect.NEVER
                || client.cookieHandler().isPresent()) {
            throw new IllegalArgumentException("client must follow no redirects and keep no cookies");
        }
        this.exchange = new HttpExchange(client, timeout);
        this.origins = origins;
        this.signs = List.copyOf(signs);
        this.cookies = cookies;
        this.userAgent = userAgent;
        this.ids = ids;
        this.clock = clock;
        this.gate = gate;
    }

    @Override
    public Document open(String path) {
        HttpResponse<byte[]> response = follow(origins.resolve(path), PAGES);
        Answer answer = answerOf(response);
        answer.egressTrouble().ifPresent(HttpVisit::raise);
        Document page = HtmlBody.parse(response);
        answer.troubleIn(page, signs, clock.instant()).ifPresent(HttpVisit::raise);
        if (!HtmlBody.isHtml(response)) {
            throw new ProviderException(new Trouble.LayoutChanged(PageName.of(response.uri()), "an HTML page"));
        }
        return page;
    }

    @Override
    public byte[] download(String path) {
        HttpResponse<byte[]> response = follow(origins.resolve(path), "*/*");
        Answer answer = answerOf(response);
        Optional<Trouble> trouble = HtmlBody.isHtml(response)
                ? answer.troubleIn(HtmlBody.parse(response), signs, clock.instant())
                : answer.egressTrouble().or(() -> answer.troubleOfStatus(clock.instant()));
        trouble.ifPresent(HttpVisit::raise);
        return response.body();
    }

    @Override
    public UUID idOf(RecordKind kind, String remoteId) {
        return ids.idOf(kind, remoteId);
    }

    @Override
    public Tier tier() {
        return Tier.HTTP;
    }

    @Override
    public LocalDate today() {
        return LocalDate.now(clock);
    }

    private HttpResponse<byte[]> follow(URI first, String accept) {
        URI address = first;
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            gate.beforeRequest();
            HttpResponse<byte[]> response = exchange.send(request(address, accept));
            cookies.receive(address, response.headers().allValues("set-cookie"));
            Optional<String> location = redirectOf(response);
            if (location.isEmpty()) {
                return response;
            }
            address = origins.resolve(location.get(), address);
        }
        throw new ProviderException(new Trouble.LayoutChanged(PageName.of(first), "at most ten redirects"));
    }

    private HttpRequest request(URI address, String accept) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .header("User-Agent", userAgent)
                .header("Accept", accept)
                .GET();
        String held = cookies.headerFor(address);
        return held.isEmpty() ? request.build() : request.header("Cookie", held).build();
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
