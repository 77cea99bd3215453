package dev.payfleet.worker.egress;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.payfleet.provider.PoliteRate;
import dev.payfleet.provider.visit.RequestGate;
import dev.payfleet.session.ConnectionKey;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import java.time.Duration;
import java.util.function.Consumer;

/// Keeps each provider's polite rate through each egress. A connection leaves by an address of its own, so the rate
/// is kept per connection. Safe for use by many threads.
public final class PoliteGates {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private static final Duration FORGET_AFTER = Duration.ofMinutes(10);
    private static final int MOST = 100_000;

    private final LoadingCache<Way, RequestGate> gates = Caffeine.newBuilder()
            .expireAfterAccess(FORGET_AFTER)
            .maximumSize(MOST)
            .build(PoliteGates::gate);

    /// The gate that a visit of this connection passes before each request. Each request is a step of the job's:
    /// one that reads sixty pages is not stuck.
    ///
    /// @param steps told of each request that may go
    public RequestGate gate(String provider, ConnectionKey connection, PoliteRate rate, Consumer<String> steps) {
        RequestGate gate = gates.get(new Way(provider, connection, rate));
        return () -> {
            gate.beforeRequest();
            steps.accept("request");
        };
    }

    /// The rate lets one second's worth through at once and no more than the rate on average: a page with its
    /// handful of detail pages is read as fast as a person would click them open, a hundred pages are not.
    private static RequestGate gate(Way way) {
        double perSecond = way.rate.requestsPerSecond();
        boolean slow = perSecond < 1;
        RateLimiter limiter = RateLimiter.of(
                way.provider,
                RateLimiterConfig.custom()
                        .limitForPeriod(slow ? 1 : (int) perSecond)
                        .limitRefreshPeriod(slow ? way.rate.interval() : Duration.ofSeconds(1))
                        .timeoutDuration(LONGEST_WAIT)
                        .build());
        return () -> RateLimiter.waitForPermission(limiter);
    }

    private record Way(String provider, ConnectionKey connection, PoliteRate rate) {}
}
