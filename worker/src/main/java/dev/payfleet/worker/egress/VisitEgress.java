package dev.payfleet.worker.egress;

import dev.payfleet.provider.Origin;
import dev.payfleet.provider.Origins;
import dev.payfleet.provider.ProviderException;
import dev.payfleet.provider.Trouble;
import dev.payfleet.session.ConnectionKey;
import java.net.ProxySelector;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/// One visit's way out, with the wall of origins around it: the relay, and what it knows of why a request failed.
/// Opened and closed by whoever makes the visit; safe for use by many threads in between.
public final class VisitEgress implements AutoCloseable {
    private final EgressRelay relay;

    private VisitEgress(EgressRelay relay) {
        this.relay = relay;
    }

    /// Opens the way out of a connection's visit to a provider.
    ///
    /// @param origins the only ones that may be reached
    /// @throws ProviderException with [Trouble.EgressUnavailable] when every proxy is left out for now
    public static VisitEgress open(EgressPool pool, ConnectionKey connection, Origins origins, RelayLimits limits) {
        try {
            return new VisitEgress(EgressRelay.open(pool.routeFor(connection), wall(origins), limits));
        } catch (EgressUnavailableException e) {
            throw new ProviderException(new Trouble.EgressUnavailable(), e);
        }
    }

    private static OriginWall wall(Origins origins) {
        Set<Origin> inForce = Set.copyOf(origins.inForce());
        return (scheme, host, port) -> inForce.stream()
                .anyMatch(o -> o.scheme().equals(scheme) && bare(o.host()).equals(host) && o.port() == port);
    }

    private static String bare(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    /// What a browser is told as its proxy.
    public URI proxy() {
        return relay.uri();
    }

    /// What an HTTP client is told as its proxy.
    public ProxySelector proxySelector() {
        return relay.proxySelector();
    }

    /// The trouble as the relay knows it: a client learns no more than that a tunnel failed. What is not the
    /// egress's fault comes back as it was.
    public ProviderException explain(ProviderException seen) {
        return switch (seen.trouble()) {
            case Trouble.Unavailable _, Trouble.TimedOut _, Trouble.EgressUnavailable _, Trouble.LayoutChanged _ ->
                relay.trouble()
                        .flatMap(VisitEgress::trouble)
                        .map(known -> new ProviderException(known, seen))
                        .orElse(seen);
            default -> seen;
        };
    }

    private static Optional<Trouble> trouble(EgressTrouble trouble) {
        return switch (trouble) {
            case PROXY_REFUSED, PROXY_UNREACHABLE -> Optional.of(new Trouble.EgressUnavailable());
            case DESTINATION_UNREACHABLE -> Optional.of(new Trouble.Unavailable());
            // A page may well point outside the wall without needing what lies there.
            case ORIGIN_REFUSED, REQUEST_REFUSED -> Optional.empty();
        };
    }

    /// What the visit took, so far.
    public EgressUse use() {
        return relay.use();
    }

    @Override
    public void close() {
        relay.close();
    }
}
