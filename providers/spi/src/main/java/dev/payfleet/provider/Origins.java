package dev.payfleet.provider;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The wall around an adapter: its declared origins, with stand-ins (fixtures on loopback) in place of those for
/// which one is configured. An origin that is stood in for is not reached any more. Immutable.
public final class Origins {

    private final Map<Origin, Origin> inForceByDeclared = new LinkedHashMap<>();
    private final List<Origin> inForce;
    private final URI root;

    /// Puts the stand-ins in place of what they stand in for.
    ///
    /// @param declared the origins of the adapter's declaration, the primary first
    /// @param standIns declared origin to the loopback origin that takes its place; empty in production
    /// @throws IllegalArgumentException where nothing is declared, or a stand-in is for an undeclared origin or not
    ///     on loopback
    public Origins(List<Origin> declared, Map<Origin, Origin> standIns) {
        if (declared.isEmpty()) {
            throw new IllegalArgumentException("declared must hold at least one origin");
        }
        standIns.forEach((origin, standIn) -> {
            if (!declared.contains(origin)) {
                throw new IllegalArgumentException("standIns must be for declared origins; this one is not: " + origin);
            }
            if (!standIn.isLoopback()) {
                throw new IllegalArgumentException("standIns must be on loopback; this one is not: " + standIn);
            }
        });
        declared.forEach(origin -> inForceByDeclared.put(origin, standIns.getOrDefault(origin, origin)));
        this.inForce = List.copyOf(inForceByDeclared.values());
        this.root = primary().resolve("/");
    }

    /// Where paths without a host lead.
    public Origin primary() {
        return inForce.getFirst();
    }

    /// The origins that may be reached, the primary first.
    public List<Origin> inForce() {
        return inForce;
    }

    /// Whether the address lies within the wall.
    public boolean admits(URI address) {
        return address.getRawUserInfo() == null && inForce.stream().anyMatch(origin -> origin.isOriginOf(address));
    }

    /// The full address of a path or of an address in a page. An address of a declared origin is led to its
    /// stand-in.
    ///
    /// @throws ProviderException with [Trouble.OriginRefused] where it leads out of the wall
    public URI resolve(String pathOrUrl) {
        return resolve(pathOrUrl, root);
    }

    /// As [#resolve(String)], for an address found in the page `base`.
    public URI resolve(String pathOrUrl, URI base) {
        URI address;
        try {
            address = base.resolve(new URI(pathOrUrl));
        } catch (URISyntaxException e) {
            // Without the cause: it quotes the whole address, whose query may hold a person's data.
            throw new ProviderException(new Trouble.LayoutChanged("a link", "a well-formed address"));
        }
        if (admits(address)) {
            return address;
        }
        Origin origin = originOf(address).orElseThrow(() -> refused(address));
        Origin standIn = inForceByDeclared.get(origin);
        if (standIn == null) {
            throw refused(address);
        }
        return onto(standIn, address);
    }

    private static URI onto(Origin origin, URI address) {
        String path = address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        return origin.resolve(address.getRawQuery() == null ? path : path + "?" + address.getRawQuery());
    }

    private static Optional<Origin> originOf(URI address) {
        if (address.getRawUserInfo() != null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Origin.of(address));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static ProviderException refused(URI address) {
        String host = address.getHost() == null
                ? "an address without a host"
                : address.getScheme() + "://" + address.getHost();
        return new ProviderException(new Trouble.OriginRefused(host));
    }
}
