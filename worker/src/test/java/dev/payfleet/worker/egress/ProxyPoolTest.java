package dev.payfleet.worker.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.payfleet.session.ConnectionKey;
import dev.payfleet.session.Secret;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProxyPoolTest {
    private static final Duration COOLING = Duration.ofSeconds(30);

    private final MovableClock clock = new MovableClock();

    @Test
    void a_connection_stays_with_its_proxy() {
        ProxyPool pool = pool(4);

        Set<String> proxies = new HashSet<>();
        for (int i = 0; i < 20; i++) {
            proxies.add(address(pool, "person"));
        }

        assertThat(proxies).hasSize(1);
    }

    @Test
    void connections_spread_over_the_proxies() {
        ProxyPool pool = pool(4);

        Set<String> proxies = new HashSet<>();
        IntStream.range(0, 100).forEach(i -> proxies.add(address(pool, "person-" + i)));

        assertThat(proxies).hasSize(4);
    }

    @Test
    void a_failing_proxy_is_left_out_and_only_its_connections_move() {
        ProxyPool pool = pool(4);
        List<String> people =
                IntStream.range(0, 40).mapToObj(i -> "person-" + i).toList();
        List<String> before =
                people.stream().map(person -> address(pool, person)).toList();
        String failing = before.getFirst();

        fail(pool, people.getFirst());

        List<String> after =
                people.stream().map(person -> address(pool, person)).toList();
        assertThat(after).doesNotContain(failing);
        for (int i = 0; i < people.size(); i++) {
            assertThat(before.get(i).equals(failing) || after.get(i).equals(before.get(i)))
                    .isTrue();
        }
        assertThat(pool.well()).isEqualTo(3);
    }

    @Test
    void after_the_cooling_one_visit_tries_it_and_brings_it_back() {
        ProxyPool pool = pool(2);
        String home = address(pool, "person");
        fail(pool, "person");
        assertThat(address(pool, "person")).isNotEqualTo(home);

        clock.move(COOLING.plusSeconds(1));
        EgressRoute trial = pool.routeFor(key("person"));
        assertThat(trial.proxy().orElseThrow().address()).isEqualTo(home);
        assertThat(address(pool, "person")).as("others wait for the trial").isNotEqualTo(home);
        trial.worked();

        assertThat(address(pool, "person")).isEqualTo(home);
        assertThat(pool.well()).isEqualTo(2);
    }

    @Test
    void a_trial_that_was_never_used_lets_the_next_visit_try() {
        ProxyPool pool = pool(2);
        String home = address(pool, "person");
        fail(pool, "person");
        clock.move(COOLING.plusSeconds(1));

        pool.routeFor(key("person")).close();

        assertThat(address(pool, "person")).isEqualTo(home);
    }

    @Test
    void when_all_proxies_fail_the_pool_says_when_to_try_again() {
        ProxyPool pool = pool(1);
        fail(pool, "person");

        assertThatThrownBy(() -> pool.routeFor(key("person")))
                .isInstanceOf(EgressUnavailableException.class)
                .extracting(e -> ((EgressUnavailableException) e).retryAfter())
                .isEqualTo(COOLING);
    }

    @Test
    void each_connection_has_a_user_name_of_its_own_that_does_not_name_it() {
        ProxyPool pool = new ProxyPool(
                List.of(ProxyEndpoint.authenticated("p", 1, "user-session-{connection}", Secret.of("x"))),
                COOLING,
                clock);

        String one = userName(pool, "person-1");
        assertThat(one).matches("user-session-[0-9a-f]{16}").isEqualTo(userName(pool, "person-1"));
        assertThat(one).isNotEqualTo(userName(pool, "person-2")).doesNotContain("person");
    }

    @Test
    void an_endpoint_shows_neither_user_name_nor_password() {
        assertThat(ProxyEndpoint.authenticated("proxy.example", 8080, "account-7", Secret.of("hunter2")))
                .hasToString("ProxyEndpoint[proxy.example:8080, <redacted>]");
        assertThat(EgressRoute.through(ProxyEndpoint.open("::1", 8080))).hasToString("through [::1]:8080");
    }

    private ProxyPool pool(int proxies) {
        return new ProxyPool(
                IntStream.range(0, proxies)
                        .mapToObj(i -> ProxyEndpoint.open("proxy-" + i, 8080))
                        .toList(),
                COOLING,
                clock);
    }

    private static void fail(ProxyPool pool, String person) {
        try (EgressRoute route = pool.routeFor(key(person))) {
            for (int i = 0; i < 10; i++) {
                route.failed();
            }
        }
    }

    private static String address(ProxyPool pool, String person) {
        try (EgressRoute route = pool.routeFor(key(person))) {
            return route.proxy().orElseThrow().address();
        }
    }

    private static String userName(ProxyPool pool, String person) {
        try (EgressRoute route = pool.routeFor(key(person))) {
            return route.proxy().orElseThrow().userName().orElseThrow();
        }
    }

    private static ConnectionKey key(String person) {
        return new ConnectionKey("tenant", person);
    }

    private static final class MovableClock extends Clock {
        private Instant now = Instant.parse("2026-01-01T00:00:00Z");

        void move(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
