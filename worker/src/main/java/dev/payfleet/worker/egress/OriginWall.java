package dev.payfleet.worker.egress;

import dev.payfleet.provider.Origin;
import java.util.Collection;
import java.util.Set;

/// Which origins a visit may reach. Asked by the relay before any byte leaves, so a page's own script, a redirect
/// and a library that ignores its settings all meet the same answer.
@FunctionalInterface
public interface OriginWall {
    /// Whether the visit may reach this origin.
    ///
    /// @param scheme `https` for a tunnel, `http` for a request in the clear
    /// @param host in lower case; an IPv6 address without its brackets
    /// @param port 1 to 65535, never left to a default
    boolean admits(String scheme, String host, int port);

    /// Exactly these origins.
    static OriginWall around(Collection<Origin> origins) {
        Set<Origin> admitted = Set.copyOf(origins);
        return (scheme, host, port) -> admitted.stream()
                .anyMatch(origin -> origin.scheme().equals(scheme)
                        && origin.port() == port
                        && (origin.host().equals(host) || origin.host().equals("[" + host + "]")));
    }
}
