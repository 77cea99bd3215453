package dev.payfleet.worker.egress;

import java.net.ProxySelector;
import java.net.URI;
import java.util.Optional;

/// The shape.
public final class EgressRelay implements AutoCloseable {
    /// Opens the relay of one visit. It takes the route over and closes it at the end.
    public static EgressRelay open(EgressRoute route, OriginWall wall, RelayLimits limits) {
        throw new UnsupportedOperationException(route + " " + wall + limits);
    }

    /// `http://127.0.0.1:<port>`, the proxy that browser and HTTP client are told.
    public URI uri() {
        throw new UnsupportedOperationException();
    }

    /// The same for a [java.net.http.HttpClient].
    public ProxySelector proxySelector() {
        throw new UnsupportedOperationException();
    }

    /// The last trouble of the visit, if there was any: a client learns no more than that its tunnel failed.
    public Optional<EgressTrouble> trouble() {
        throw new UnsupportedOperationException();
    }

    /// So far, or at the end.
    public EgressUse use() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}
