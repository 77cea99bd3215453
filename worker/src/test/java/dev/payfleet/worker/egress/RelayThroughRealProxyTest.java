package dev.payfleet.worker.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.payfleet.fixture.proxy.FixtureProxy;
import dev.payfleet.fixture.proxy.ProxyCounts;
import dev.payfleet.fixture.proxy.ProxyMood;
import dev.payfleet.fixture.proxy.ProxyOptions;
import dev.payfleet.session.Secret;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The relay in front of a proxy that others wrote.
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class RelayThroughRealProxyTest {
    private final FixtureProxy proxy = FixtureProxy.start(ProxyOptions.of(Map.of("ada", "lovelace")));
    private final TinyOrigin origin = new TinyOrigin();

    @AfterEach
    void close() {
        proxy.close();
        origin.close();
    }

    @Test
    void reads_and_tunnels_pass_and_both_count_the_same_bytes() throws Exception {
        EgressUse used;
        try (EgressRelay relay = relay("lovelace")) {
            HttpClient client =
                    HttpClient.newBuilder().proxy(relay.proxySelector()).build();
            for (int i = 0; i < 5; i++) {
                assertThat(get(client).body()).isEqualTo("/page");
            }
            try (RawClient tunnel = new RawClient(relay)) {
                assertThat(tunnel.say(connect()).head()).startsWith("HTTP/1.1 200");
                assertThat(tunnel.say("GET /deep HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
                                .rest())
                        .endsWith("/deep");
            }
            used = relay.use();
        }

        ProxyCounts counts = proxy.counts("ada");
        assertThat(used.requests()).isEqualTo(6).isEqualTo(counts.requests());
        assertThat(used.bytesUp()).isEqualTo(counts.bytesFromClient());
        assertThat(used.bytesDown()).isEqualTo(counts.bytesToClient());
    }

    @Test
    void a_refusing_proxy_is_told_apart_at_once_in_a_tunnel_too() throws Exception {
        try (EgressRelay relay = relay("wrong")) {
            assertTunnelRefused(relay);
        }
        proxy.behave(ProxyMood.REFUSING);
        try (EgressRelay relay = relay("lovelace")) {
            assertTunnelRefused(relay);
        }
    }

    @Test
    void a_client_that_learns_nothing_from_a_failed_tunnel_learns_it_from_the_relay() throws Exception {
        try (EgressRelay relay = relay("wrong")) {
            HttpClient client =
                    HttpClient.newBuilder().proxy(relay.proxySelector()).build();
            HttpRequest request = HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + origin.port() + "/"))
                    .timeout(Duration.ofSeconds(10))
                    .build();

            assertThatThrownBy(() -> client.send(request, HttpResponse.BodyHandlers.ofString()))
                    .isInstanceOf(IOException.class);
            assertThat(relay.trouble()).contains(EgressTrouble.PROXY_REFUSED);
        }
    }

    private void assertTunnelRefused(EgressRelay relay) throws IOException {
        try (RawClient tunnel = new RawClient(relay)) {
            assertThat(tunnel.say(connect()).head())
                    .startsWith("HTTP/1.1 502")
                    .contains("Payfleet-Egress: proxy-refused");
        }
        assertThat(relay.trouble()).contains(EgressTrouble.PROXY_REFUSED);
    }

    private EgressRelay relay(String password) {
        return EgressRelay.open(
                EgressRoute.through(
                        ProxyEndpoint.authenticated(proxy.host(), proxy.port(), "ada", Secret.of(password))),
                (scheme, host, port) -> true);
    }

    private String connect() {
        return "CONNECT 127.0.0.1:" + origin.port() + " HTTP/1.1\r\nHost: x\r\n\r\n";
    }

    private HttpResponse<String> get(HttpClient client) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + origin.port() + "/page"))
                        .timeout(Duration.ofSeconds(10))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
