package dev.payfleet.provider.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.payfleet.provider.Origin;
import dev.payfleet.provider.Origins;
import dev.payfleet.provider.ProviderException;
import dev.payfleet.provider.RecordKind;
import dev.payfleet.provider.Tier;
import dev.payfleet.provider.Trouble;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpVisitTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-18T23:30:00Z"), ZoneOffset.ofHours(1));
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final SmallSite site = new SmallSite();
    private final CookieJar cookies = new CookieJar(List.of(), CLOCK);
    private final HttpClient client = HttpClient.newHttpClient();
    private int asked;

    @AfterEach
    void close() {
        client.close();
        site.close();
    }

    @Test
    void opens_a_page_with_the_sessions_cookies_and_user_agent() {
        List<String> seen = new ArrayList<>();
        site.on("/home", exchange -> {
            seen.add(exchange.getRequestHeaders().getFirst("Cookie"));
            seen.add(exchange.getRequestHeaders().getFirst("User-Agent"));
            SmallSite.html(200, "<nav></nav><h1>Größe</h1>", "Set-Cookie", "sid=2; Path=/")
                    .answer(exchange);
        });
        cookies.receive(site.origin().resolve("/"), List.of("sid=1; Path=/"));

        Document page = visit().open("/home?a=b");

        assertThat(page.selectFirst("h1").text()).isEqualTo("Größe");
        assertThat(page.location()).isEqualTo(site.origin() + "/home?a=b");
        assertThat(seen).containsExactly("sid=1", "Browser/1.0");
        assertThat(cookies.headerFor(site.origin().resolve("/"))).isEqualTo("sid=2");
    }

    @Test
    void knows_its_tier_its_day_and_the_ids_of_records() {
        assertThat(visit().tier()).isEqualTo(Tier.HTTP);
        assertThat(visit().today()).isEqualTo(LocalDate.of(2026, 3, 19));
        assertThat(visit().idOf(RecordKind.PAYRUN, "1")).isEqualTo(new RecordIds("c").idOf(RecordKind.PAYRUN, "1"));
    }

    @Test
    void follows_redirects_asks_the_gate_for_each_and_keeps_their_cookies() {
        site.on("/a", SmallSite.redirect("b/c?d=1", "Set-Cookie", "x=1; Path=/"));
        site.on("/b/c", SmallSite.redirect("/home"));
        site.on("/home", SmallSite.html(200, "<nav></nav>"));

        assertThat(visit().open("/a").location()).endsWith("/home");
        assertThat(site.requests()).containsExactly("GET /a", "GET /b/c?d=1", "GET /home");
        assertThat(asked).isEqualTo(3);
        assertThat(cookies.cookies()).hasSize(1);
    }

    @Test
    void follows_no_redirect_out_of_the_wall() {
        site.on("/a", SmallSite.redirect("https://evil.example/?name=hush"));

        assertTrouble("/a", new Trouble.OriginRefused("https://evil.example"));
    }

    @Test
    void ends_a_loop_of_redirects() {
        site.on("/a", SmallSite.redirect("/a"));

        assertTrouble("/a", new Trouble.LayoutChanged("/a", "at most ten redirects"));
    }

    @Test
    void tells_what_a_page_means_by_its_signs_before_its_status() {
        site.on("/in", SmallSite.redirect("/sign-in"));
        site.on("/sign-in", SmallSite.html(200, "<form id=sign-in></form>"));
        site.on("/locked", SmallSite.html(403, "<p id=locked>"));
        site.on("/down", SmallSite.html(200, "<p id=maintenance>"));

        assertTrouble("/in", new Trouble.SignedOut());
        assertTrouble("/locked", new Trouble.AccountLocked());
        assertTrouble("/down", new Trouble.Unavailable());
    }

    @Test
    void tells_what_a_status_means_where_no_sign_does() {
        site.on("/401", SmallSite.html(401, "<p>"));
        site.on("/403", SmallSite.html(403, "<nav>"));
        site.on("/404", SmallSite.html(404, "<nav>"));
        site.on("/500", SmallSite.html(500, "<p>"));
        site.on("/429", SmallSite.html(429, "<p>", "Retry-After", "7"));

        assertTrouble("/401", new Trouble.SignedOut());
        assertTrouble("/403", new Trouble.InsufficientPermission());
        assertTrouble("/404", new Trouble.LayoutChanged("/*", "a page, not status 404"));
        assertTrouble("/500", new Trouble.Unavailable());
        assertTrouble("/429", new Trouble.RateLimited(Duration.ofSeconds(7)));
    }

    @Test
    void tells_the_egress_from_the_site() {
        site.on("/a", SmallSite.html(403, "<p id=locked>", "Payfleet-Egress", "origin-refused"));
        site.on("/b", SmallSite.html(502, "<p>", "Payfleet-Egress", "unavailable"));
        site.on("/far", SmallSite.html(502, "<p>", "Payfleet-Egress", "destination-unreachable"));
        site.on("/c", SmallSite.html(407, "<p>"));
        site.on("/d", SmallSite.html(401, "<p>", "Proxy-Authenticate", "Basic"));

        assertTrouble("/a", new Trouble.OriginRefused(site.origin().toString()));
        assertTrouble("/b", new Trouble.EgressUnavailable());
        assertTrouble("/far", new Trouble.Unavailable());
        assertTrouble("/c", new Trouble.EgressUnavailable());
        assertTrouble("/d", new Trouble.EgressUnavailable());
    }

    @Test
    void a_proxy_that_does_not_answer_is_the_egress_and_a_site_that_does_not_is_the_site() throws IOException {
        int closed = closedPort();
        HttpClient throughProxy = HttpClient.newBuilder()
                .proxy(ProxySelector.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), closed)))
                .build();
        Origins gone = new Origins(List.of(Origin.of("http://127.0.0.1:" + closed)), Map.of());

        assertTrouble(visit(throughProxy, site.origins(), PATIENCE), "/a", new Trouble.EgressUnavailable());
        assertTrouble(visit(client, gone, PATIENCE), "/a", new Trouble.Unavailable());
        throughProxy.close();
    }

    @Test
    void a_tunnel_that_is_refused_tells_why() throws IOException {
        assertThat(tunnelTrouble("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n"))
                .isEqualTo(new Trouble.OriginRefused("https://pay.example.com"));
        assertThat(tunnelTrouble("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n"))
                .isEqualTo(new Trouble.EgressUnavailable());
        assertThat(tunnelTrouble("HTTP/1.1 407 Who\r\nProxy-Authenticate: Basic\r\nContent-Length: 0\r\n\r\n"))
                .isEqualTo(new Trouble.EgressUnavailable());
    }

    @Test
    void a_connection_that_breaks_off_is_the_site_being_unavailable() {
        site.on("/a", exchange -> {
            exchange.sendResponseHeaders(200, 1_000);
            exchange.getResponseBody().write(1);
            exchange.getResponseBody().flush();
            exchange.close();
        });

        assertTrouble("/a", new Trouble.Unavailable());
    }

    @Test
    void a_page_that_trickles_is_late_though_its_headers_came() throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        site.on("/slips/E17", exchange -> {
            exchange.sendResponseHeaders(200, 1_000);
            exchange.getResponseBody().write(1);
            exchange.getResponseBody().flush();
            await(done);
        });

        assertTrouble(
                visit(client, site.origins(), Duration.ofMillis(300)),
                "/slips/E17?name=hush",
                new Trouble.TimedOut("the page /slips/*"));
        done.countDown();
    }

    @Test
    void an_interrupt_ends_the_wait_and_is_kept() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        site.on("/a", exchange -> {
            asked.countDown();
            await(done);
        });
        AtomicReference<Object> seen = new AtomicReference<>();
        Thread reader = Thread.ofVirtual().start(() -> {
            try {
                visit().open("/a");
            } catch (ProviderException e) {
                seen.set(Thread.currentThread().isInterrupted() ? e.trouble() : "not interrupted");
            }
        });

        asked.await();
        reader.interrupt();
        reader.join();
        done.countDown();

        assertThat(seen.get()).isInstanceOf(Trouble.TimedOut.class);
    }

    @Test
    void a_body_without_end_is_broken_off() {
        site.on("/a", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] block = new byte[1 << 20];
            for (int i = 0; i < 64; i++) {
                exchange.getResponseBody().write(block);
            }
        });

        assertTrouble("/a", new Trouble.LayoutChanged("/a", "at most 16 MiB"));
    }

    @Test
    void reads_the_charset_of_the_header_or_of_the_page() {
        byte[] latin = "<nav></nav><p>£5 Größe".getBytes(StandardCharsets.ISO_8859_1);
        byte[] meta = "<meta charset=iso-8859-1><nav></nav><p>£5 Größe".getBytes(StandardCharsets.ISO_8859_1);
        site.on("/header", SmallSite.bytes(200, latin, "Content-Type", "text/html;charset=\"ISO-8859-1\""));
        site.on("/meta", SmallSite.bytes(200, meta, "Content-Type", "text/html"));
        site.on("/nonsense", SmallSite.bytes(200, meta, "Content-Type", "text/html; charset=klingon"));

        for (String path : List.of("/header", "/meta", "/nonsense")) {
            assertThat(visit().open(path).selectFirst("p").text()).isEqualTo("£5 Größe");
        }
    }

    @Test
    void a_page_that_is_no_page_is_a_changed_layout() {
        site.on("/a", SmallSite.bytes(200, "{}".getBytes(StandardCharsets.UTF_8), "Content-Type", "application/json"));

        assertTrouble("/a", new Trouble.LayoutChanged("/a", "an HTML page"));
    }

    @Test
    void downloads_what_is_no_page_but_not_a_sign_in_form() {
        site.on("/a.pdf", SmallSite.bytes(200, new byte[] {1, 2}, "Content-Type", "application/pdf"));
        site.on("/b.pdf", SmallSite.html(200, "<form id=sign-in></form>"));

        assertThat(visit().download("/a.pdf")).containsExactly(1, 2);
        assertThatThrownBy(() -> visit().download("/b.pdf"))
                .isInstanceOfSatisfying(
                        ProviderException.class, e -> assertThat(e.trouble()).isEqualTo(new Trouble.SignedOut()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example/", "//evil.example/", "http://localhost:1/"})
    void asks_nobody_out_of_the_wall(String address) {
        assertThatThrownBy(() -> visit().open(address)).isInstanceOf(ProviderException.class);
        assertThat(asked).isZero();
    }

    @Test
    void takes_no_client_that_would_leave_the_wall_by_itself() {
        HttpClient eager = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.ALWAYS)
                .build();

        assertThatThrownBy(() -> visit(eager, site.origins(), PATIENCE))
                .hasMessage("client must follow no redirects and keep no cookies");
        eager.close();
    }

    private HttpVisit visit() {
        return visit(client, site.origins(), PATIENCE);
    }

    private HttpVisit visit(HttpClient through, Origins origins, Duration timeout) {
        VisitSetting setting = new VisitSetting(
                origins, SmallSite.SIGNS, Optional.empty(), new RecordIds("c"), CLOCK, () -> asked++, timeout);
        return new HttpVisit(through, setting, cookies, WebStorage.empty(), "Browser/1.0");
    }

    private void assertTrouble(String path, Trouble expected) {
        assertTrouble(visit(), path, expected);
    }

    private static void assertTrouble(HttpVisit visit, String path, Trouble expected) {
        assertThatThrownBy(() -> visit.open(path))
                .isInstanceOfSatisfying(
                        ProviderException.class, e -> assertThat(e.trouble()).isEqualTo(expected))
                .hasMessageNotContaining("hush");
    }

    /// What a visit over TLS tells when the proxy answers its CONNECT with this.
    private Trouble tunnelTrouble(String answer) throws IOException {
        try (ServerSocket proxy = new ServerSocket(0)) {
            Thread.ofVirtual().start(() -> {
                while (!proxy.isClosed()) {
                    try (var socket = proxy.accept()) {
                        var head = new java.io.BufferedReader(
                                new java.io.InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
                        while (!head.readLine().isEmpty()) {
                            // The head of the CONNECT is of no interest.
                        }
                        socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
                    } catch (IOException e) {
                        return;
                    }
                }
            });
            HttpClient throughProxy = HttpClient.newBuilder()
                    .proxy(ProxySelector.of(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), proxy.getLocalPort())))
                    .build();
            Origins origins = new Origins(List.of(Origin.of("https://pay.example.com")), Map.of());
            try {
                visit(throughProxy, origins, PATIENCE).open("/a");
                throw new AssertionError("the tunnel was not refused");
            } catch (ProviderException e) {
                return e.trouble();
            } finally {
                throughProxy.shutdownNow();
            }
        }
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
