package dev.payfleet.worker.egress;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/// The way out for one visit: a proxy, or none. What happens on it is told to the pool, which so learns which
/// proxies are well. Safe for use by many threads; closed when the visit ends.
public final class EgressRoute implements AutoCloseable {
    /// Hears how a route fares.
    interface Health {
        Health IGNORED = new Health() {};

        /// The proxy took a connection and our credentials.
        default void worked() {}

        /// The proxy could not be reached or refused us.
        default void failed() {}

        /// The route was closed before it was ever used.
        default void unused() {}
    }

    private final Optional<ProxyEndpoint> proxy;
    private final Health health;
    private final AtomicBoolean told = new AtomicBoolean();

    private EgressRoute(Optional<ProxyEndpoint> proxy, Health health) {
        this.proxy = proxy;
        this.health = health;
    }

    /// Straight to the origin.
    static EgressRoute direct() {
        return new EgressRoute(Optional.empty(), Health.IGNORED);
    }

    /// Through this proxy, whose health nobody follows.
    public static EgressRoute through(ProxyEndpoint proxy) {
        return through(proxy, Health.IGNORED);
    }

    static EgressRoute through(ProxyEndpoint proxy, Health health) {
        return new EgressRoute(Optional.of(proxy), health);
    }

    /// The proxy with this connection's user name, or empty for none.
    public Optional<ProxyEndpoint> proxy() {
        return proxy;
    }

    void worked() {
        told.set(true);
        health.worked();
    }

    void failed() {
        told.set(true);
        health.failed();
    }

    @Override
    public void close() {
        if (!told.getAndSet(true)) {
            health.unused();
        }
    }

    @Override
    public String toString() {
        return proxy.map(p -> "through " + p.address()).orElse("direct");
    }
}
