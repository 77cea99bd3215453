package dev.payfleet.worker.egress;

import dev.payfleet.session.ConnectionKey;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Several proxies. Each connection has its own order of preference among them (rendezvous hashing), so that it
/// stays with one proxy, and a proxy that fails or is added moves only the connections it concerns.
///
/// A proxy that fails is left out for a cooling time, then tried by one visit; if that works, it is back.
public final class ProxyPool implements EgressPool {
    /// Half of at least three connections to the proxy; a single lost one says nothing.
    private static final int CALLS_THAT_TELL = 3;

    private static final int CALLS_REMEMBERED = 10;
    private static final float FAILING_PERCENT = 50;

    private final List<Member> members;
    private final Duration cooling;

    private record Member(ProxyEndpoint proxy, CircuitBreaker breaker) {}

    /// A pool of these proxies.
    ///
    /// @param cooling how long a failing proxy is left out
    /// @param clock tells when the cooling is over
    public ProxyPool(List<ProxyEndpoint> proxies, Duration cooling, Clock clock) {
        if (proxies.isEmpty()) {
            throw new IllegalArgumentException(
                    "proxies: expected at least one; no proxy at all is EgressPool.direct()");
        }
        if (!cooling.isPositive()) {
            throw new IllegalArgumentException("cooling: expected more than zero, got " + cooling);
        }
        this.cooling = cooling;
        CircuitBreakerConfig config = config(cooling, clock);
        this.members = proxies.stream()
                .map(proxy -> new Member(proxy, CircuitBreaker.of(proxy.address(), config)))
                .toList();
    }

    @Override
    public EgressRoute routeFor(ConnectionKey connection) {
        String word = digest(connection.clientId(), connection.connectionId());
        return members.stream()
                .sorted(Comparator.comparing((Member member) -> digest(word, member.proxy.address())))
                .filter(member -> member.breaker.tryAcquirePermission())
                .findFirst()
                .map(member -> EgressRoute.through(member.proxy.forConnection(word), new Followed(member.breaker)))
                .orElseThrow(() -> new EgressUnavailableException(members.size(), cooling));
    }

    /// How many proxies are well at present.
    public int well() {
        return (int) members.stream()
                .filter(member -> member.breaker.getState() == CircuitBreaker.State.CLOSED)
                .count();
    }

    private record Followed(CircuitBreaker breaker) implements EgressRoute.Health {
        @Override
        public void worked() {
            breaker.onSuccess(0, TimeUnit.NANOSECONDS);
        }

        @Override
        public void failed() {
            breaker.onError(0, TimeUnit.NANOSECONDS, new EgressFault(EgressTrouble.PROXY_UNREACHABLE));
        }

        @Override
        public void unused() {
            breaker.releasePermission();
        }
    }

    private static CircuitBreakerConfig config(Duration cooling, Clock clock) {
        return CircuitBreakerConfig.custom()
                .slidingWindow(CALLS_REMEMBERED, CALLS_THAT_TELL, CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
                .failureRateThreshold(FAILING_PERCENT)
                .waitDurationInOpenState(cooling)
                .permittedNumberOfCallsInHalfOpenState(1)
                .clock(clock)
                .currentTimestampFunction(Clock::millis, TimeUnit.MILLISECONDS)
                .build();
    }

    // 16 hexadecimal digits: tells connections apart and names none of them to the proxy's operator.
    private static String digest(String first, String second) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(first.getBytes(StandardCharsets.UTF_8));
            sha256.update((byte) 0);
            sha256.update(second.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha256.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
