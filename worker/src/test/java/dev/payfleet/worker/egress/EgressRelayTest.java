package dev.payfleet.worker.egress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.payfleet.provider.Origin;
import dev.payfleet.session.Secret;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class EgressRelayTest {
    private static final RelayLimits SHORT =
            new RelayLimits(Duration.ofSeconds(2), Duration.ofMillis(400), Duration.ofMillis(400), 64);

    private final TinyProxy proxy = new TinyProxy();
    private final TinyOrigin origin = new TinyOrigin();
    private EgressRelay relay;

    @BeforeEach
    void open() {
        relay = through(ProxyEndpoint.authenticated("127.0.0.1", proxy.port(), "user", Secret.of("pass")));
    }

    @AfterEach
    void close() {
        relay.close();
        proxy.close();
        origin.close();
    }

    @Test
    void requests_in_the_clear_share_one_connection_and_carry_the_proxys_credentials() throws Exception {
        HttpClient client = client();
        for (int i = 0; i < 3; i++) {
            assertThat(get(client, "/page?n=" + i).body()).isEqualTo("/page?n=" + i);
        }

        assertThat(proxy.connections()).isEqualTo(1);
        assertThat(proxy.heads())
                .hasSize(3)
                .allSatisfy(head -> assertThat(head).contains("Proxy-Authorization: Basic "));
        assertThat(origin.headerNames()).doesNotContain("Proxy-authorization", "Upgrade", "Http2-settings");
        assertThat(relay.use().requests()).isEqualTo(3);
    }

    @Test
    void bodies_of_known_and_of_unknown_length_arrive_whole() throws Exception {
        String text = "0123456789".repeat(20_000);

        assertThat(post(HttpRequest.BodyPublishers.ofString(text))).isEqualTo(text);
        assertThat(post(HttpRequest.BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))))
                .isEqualTo(text);
    }

    @Test
    void bytes_are_counted_as_the_proxy_counts_them() throws Exception {
        get(client(), "/one");
        try (RawClient client = new RawClient(relay)) {
            client.say(connect(origin.port())).head();
            client.say("GET /two HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
                    .rest();
        }

        assertThat(relay.use().bytesUp()).isEqualTo(proxy.bytesIn());
        assertThat(relay.use().bytesDown()).isEqualTo(proxy.bytesOut());
    }

    @Test
    void a_tunnel_carries_what_is_said_at_once_with_its_request() throws Exception {
        try (RawClient client = new RawClient(relay)) {
            client.say(connect(origin.port()) + "GET /early HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

            assertThat(client.head()).startsWith("HTTP/1.1 200");
            assertThat(client.rest()).endsWith("/early");
        }
    }

    @Test
    void a_client_that_says_no_more_still_gets_its_answer() throws Exception {
        try (RawClient client = new RawClient(relay)) {
            client.say(connect(origin.port())).head();
            client.say("GET /half HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
                    .sayNoMore();
            assertThat(client.rest()).endsWith("/half");
        }
        try (RawClient client = new RawClient(relay)) {
            client.say(inTheClear("/half", "")).sayNoMore();
            assertThat(client.rest()).endsWith("/half");
        }
    }

    @Test
    void an_origin_outside_the_wall_is_refused_before_a_byte_leaves() throws Exception {
        try (RawClient client = new RawClient(relay)) {
            assertThat(client.say(connect(origin.port() + 1)).head())
                    .startsWith("HTTP/1.1 403")
                    .contains("Payfleet-Egress: origin-refused");
        }
        try (RawClient client = new RawClient(relay)) {
            assertThat(client.say("GET http://example.com/ HTTP/1.1\r\nHost: example.com\r\n\r\n")
                            .rest())
                    .startsWith("HTTP/1.1 403");
        }

        assertThat(relay.use()).isEqualTo(new EgressUse(0, 0, 0, 2));
        assertThat(relay.refusedOrigins())
                .containsExactlyInAnyOrder("http://example.com", "https://127.0.0.1:" + (origin.port() + 1));
        assertThat(proxy.connections()).isZero();
        assertThat(relay.trouble()).isEmpty();
    }

    @Test
    void every_request_on_a_kept_connection_meets_the_wall() throws Exception {
        try (RawClient client = new RawClient(relay)) {
            client.say(inTheClear("/first", ""));
            client.head();
            assertThat(client.next("/first".length())).isEqualTo("/first");

            client.say("GET http://example.com/ HTTP/1.1\r\nHost: example.com\r\n\r\n");

            assertThat(client.rest()).startsWith("HTTP/1.1 403");
        }
        assertThat(proxy.heads()).hasSize(1);
    }

    @Test
    void a_wrong_password_is_the_proxys_refusal_and_not_the_providers() throws Exception {
        try (EgressRelay wrong =
                through(ProxyEndpoint.authenticated("127.0.0.1", proxy.port(), "user", Secret.of("wrong")))) {
            assertTrouble(wrong, EgressTrouble.PROXY_REFUSED);
        }
    }

    @Test
    void a_proxy_that_is_not_there_is_told_apart_at_once() throws Exception {
        int port = freePort();
        try (EgressRelay dead = through(ProxyEndpoint.open("127.0.0.1", port))) {
            assertTrouble(dead, EgressTrouble.PROXY_UNREACHABLE);
        }
    }

    @Test
    void a_proxy_that_hangs_up_or_speaks_nonsense_is_unreachable() throws Exception {
        for (TinyProxy.Manner manner : List.of(TinyProxy.Manner.HANGS_UP, TinyProxy.Manner.SPEAKS_NONSENSE)) {
            proxy.behave(manner);
            assertTrouble(relay, EgressTrouble.PROXY_UNREACHABLE);
        }
    }

    @Test
    void a_proxy_that_never_answers_a_tunnel_is_not_waited_for_long() throws Exception {
        proxy.behave(TinyProxy.Manner.SILENT);
        try (RawClient client = new RawClient(relay)) {
            assertThat(client.say(connect(origin.port())).head()).contains("Payfleet-Egress: proxy-unreachable");
        }
    }

    @Test
    void a_proxy_that_finds_no_destination_is_itself_well() throws Exception {
        proxy.behave(TinyProxy.Manner.FINDS_NOTHING);
        try (RawClient client = new RawClient(relay)) {
            assertThat(client.say(connect(origin.port())).head()).contains("Payfleet-Egress: destination-unreachable");
        }
        assertThat(relay.trouble()).contains(EgressTrouble.DESTINATION_UNREACHABLE);
        assertThat(EgressTrouble.DESTINATION_UNREACHABLE.isEgressFault()).isFalse();
    }

    @Test
    void trouble_is_forgotten_once_something_works() throws Exception {
        proxy.behave(TinyProxy.Manner.HANGS_UP);
        assertTrouble(relay, EgressTrouble.PROXY_UNREACHABLE);
        proxy.behave(TinyProxy.Manner.PROPER);

        assertThat(get(client(), "/again").statusCode()).isEqualTo(200);

        assertThat(relay.trouble()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET http://H/ HTTP/1.1\r\nHost: H\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "GET http://H/ HTTP/1.1\r\nHost: H\r\nContent-Length: 4\r\nContent-Length: 4\r\n\r\nabcd",
                "GET http://H/ HTTP/1.1\r\nHost: H\r\nContent-Length: 4, 4\r\n\r\nabcd",
                "GET http://H/ HTTP/1.1\r\nHost: H\r\nContent-Length: +4\r\n\r\nabcd",
                "GET http://H/ HTTP/1.1\r\nHost: H\r\nTransfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n",
                "GET http://H/ HTTP/1.1\r\nHost: H\r\nTransfer-Encoding : chunked\r\n\r\n0\r\n\r\n",
                "GET http://H/ HTTP/1.1\r\nHost: H\r\nX: a\r\n folded\r\n\r\n",
                "GET http://H/ HTTP/1.1\r\nHost: H\r\nX: a\nY: b\r\n\r\n",
                "GET http://H/ HTTP/1.1\r\nHost: H\r\nX: a\rY: b\r\n\r\n",
                "GET http://H/ HTTP/1.1\r\nHost: H\r\nX: a\0\r\n\r\n",
                "GET http://H/ HTTP/1.1\r\nHost: H\r\nHost: H\r\n\r\n",
                "GET http://H/ HTTP/1.1\r\nHost: example.com\r\n\r\n",
                "GET http://H/ HTTP/1.1\r\n\r\n",
                "GET http://user:word@H/ HTTP/1.1\r\nHost: H\r\n\r\n",
                "GET http://H/#part HTTP/1.1\r\nHost: H\r\n\r\n",
                "GET https://H/ HTTP/1.1\r\nHost: H\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: H\r\n\r\n",
                "GET  http://H/ HTTP/1.1\r\nHost: H\r\n\r\n",
                "GET http://H/ HTTP/1.0\r\nHost: H\r\n\r\n",
                "GET http://H/ HTTP/1.1 x\r\nHost: H\r\n\r\n",
                "G\u0001T http://H/ HTTP/1.1\r\nHost: H\r\n\r\n",
                "CONNECT 127.0.0.1 HTTP/1.1\r\n\r\n",
                "CONNECT 127.0.0.1:99999 HTTP/1.1\r\n\r\n",
                "CONNECT 127.0.0.1:0 HTTP/1.1\r\n\r\n",
                "CONNECT user@H HTTP/1.1\r\n\r\n",
                "CONNECT [::1:443 HTTP/1.1\r\n\r\n",
                "CONNECT %31:443 HTTP/1.1\r\n\r\n",
                "\r\n\r\n",
                "\u0016\u0003\u0001 not HTTP at all\r\n\r\n"
            })
    void a_request_of_another_shape_is_refused_and_not_forwarded(String shape) throws Exception {
        try (RawClient client = new RawClient(relay)) {
            client.say(shape.replace("//H", "//127.0.0.1:" + origin.port())
                    .replace(" H\r\n", " 127.0.0.1:" + origin.port() + "\r\n"));

            assertThat(client.rest()).startsWith("HTTP/1.1 400").contains("Payfleet-Egress: request-refused");
        }
        assertThat(proxy.heads()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5;x=y\r\nhello\r\n0\r\n\r\n",
                "5\nhello\r\n0\r\n\r\n",
                "-5\r\nhello\r\n0\r\n\r\n",
                "5\r\nhello!\r\n0\r\n\r\n"
            })
    void a_chunked_body_of_another_shape_ends_the_connection(String body) throws Exception {
        try (RawClient client = new RawClient(relay)) {
            client.say(inTheClear("/", "Transfer-Encoding: chunked\r\n") + body);

            assertThat(client.rest()).startsWith("HTTP/1.1 400");
        }
    }

    @Test
    void a_head_of_more_than_64_kib_is_refused() throws Exception {
        try (RawClient client = new RawClient(relay)) {
            client.say(inTheClear("/", "X: " + "x".repeat(HeadInput.HEAD_LIMIT) + "\r\n"));

            assertThat(client.rest()).startsWith("HTTP/1.1 400");
        }
    }

    @Test
    void a_head_that_trickles_is_cut_off() throws Exception {
        try (RawClient client = new RawClient(relay)) {
            assertThat(client.say("GET http://127").rest()).isEmpty();
        }
    }

    @Test
    void a_websocket_is_carried_blindly_once_the_far_side_agrees() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"));
                EgressRelay open = EgressRelay.open(route(), (scheme, host, port) -> true, SHORT);
                RawClient client = new RawClient(open)) {
            Thread.ofVirtual().start(() -> answerOnce(server, "HTTP/1.1 101 Switching Protocols\r\n\r\nping"));

            client.say(upgrade(server.getLocalPort()));

            assertThat(client.head()).startsWith("HTTP/1.1 101");
            assertThat(client.next(4)).isEqualTo("ping");
            client.say("pong");
            assertThat(client.next(4)).isEqualTo("pong");
        }
    }

    @Test
    void a_refused_websocket_does_not_open_a_way_around_the_wall() throws Exception {
        try (RawClient client = new RawClient(relay)) {
            client.say(upgrade(origin.port()) + "GET http://example.com/ HTTP/1.1\r\nHost: example.com\r\n\r\n");

            assertThat(client.head()).startsWith("HTTP/1.1 200");
            assertThat(client.rest()).doesNotContain("HTTP/1.1");
        }
        assertThat(proxy.heads()).hasSize(1);
    }

    @Test
    void without_a_proxy_the_relay_goes_to_the_origin_itself() throws Exception {
        try (EgressRelay direct = EgressRelay.open(EgressRoute.direct(), (scheme, host, port) -> true, SHORT)) {
            HttpClient client =
                    HttpClient.newBuilder().proxy(direct.proxySelector()).build();
            for (int i = 0; i < 3; i++) {
                assertThat(get(client, "/direct").body()).isEqualTo("/direct");
            }
            assertThat(origin.headerNames()).doesNotContain("Proxy-authorization");
            assertThat(direct.use().bytesDown()).isPositive();
        }
    }

    @Test
    void an_ipv6_address_is_a_destination() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.ofLiteral("::1"));
                EgressRelay direct = EgressRelay.open(
                        EgressRoute.direct(),
                        OriginWall.around(List.of(Origin.of("https://[::1]:" + server.getLocalPort()))),
                        SHORT);
                RawClient client = new RawClient(direct)) {
            client.say("CONNECT [::1]:" + server.getLocalPort() + " HTTP/1.1\r\nHost: x\r\n\r\n");

            assertThat(client.head()).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void closing_ends_everything_at_once_and_its_port() throws Exception {
        try (RawClient tunnel = new RawClient(relay);
                RawClient idle = new RawClient(relay)) {
            tunnel.say(connect(origin.port())).head();

            relay.close();
            relay.close();

            assertThat(tunnel.rest()).isEmpty();
            assertThat(idle.rest()).isEmpty();
            // The kernel lets go of the port once the accepting thread has woken, a moment after the close.
            Instant latest = Instant.now().plusSeconds(10);
            while (isOpen(relay.uri().getPort())) {
                assertThat(Instant.now()).isBefore(latest);
            }
        }
    }

    private static boolean isOpen(int port) {
        try (Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private void assertTrouble(EgressRelay which, EgressTrouble trouble) throws IOException {
        for (String request : List.of(connect(origin.port()), inTheClear("/", ""))) {
            try (RawClient client = new RawClient(which)) {
                assertThat(client.say(request).rest())
                        .startsWith("HTTP/1.1 502")
                        .contains("Payfleet-Egress: " + trouble.wireName());
            }
            assertThat(which.trouble()).contains(trouble);
        }
    }

    private EgressRelay through(ProxyEndpoint endpoint) {
        return EgressRelay.open(EgressRoute.through(endpoint), (scheme, host, port) -> port == origin.port(), SHORT);
    }

    private EgressRoute route() {
        return EgressRoute.through(ProxyEndpoint.authenticated("127.0.0.1", proxy.port(), "user", Secret.of("pass")));
    }

    private HttpClient client() {
        return HttpClient.newBuilder().proxy(relay.proxySelector()).build();
    }

    private HttpResponse<String> get(HttpClient client, String path) throws Exception {
        return client.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    private String post(HttpRequest.BodyPublisher body) throws Exception {
        return client().send(request("/post").POST(body).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + origin.port() + path))
                .timeout(Duration.ofSeconds(10));
    }

    private static String connect(int port) {
        return "CONNECT 127.0.0.1:" + port + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\n\r\n";
    }

    private String inTheClear(String path, String fields) {
        String authority = "127.0.0.1:" + origin.port();
        return "GET http://" + authority + path + " HTTP/1.1\r\nHost: " + authority + "\r\n" + fields + "\r\n";
    }

    private static String upgrade(int port) {
        return "GET http://127.0.0.1:" + port + "/ws HTTP/1.1\r\nHost: 127.0.0.1:" + port
                + "\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n";
    }

    /// Answers one request, then sends back whatever comes.
    private static void answerOnce(ServerSocket server, String answer) {
        try (Socket socket = server.accept()) {
            InputStream in = socket.getInputStream();
            StringBuilder head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                head.append((char) in.read());
            }
            socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
            in.transferTo(socket.getOutputStream());
        } catch (IOException e) {
            // The client went away.
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
