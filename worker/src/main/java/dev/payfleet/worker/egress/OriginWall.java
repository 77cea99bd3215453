package dev.payfleet.worker.egress;

/// Which origins a visit may reach. Asked by the relay before any byte leaves, so a page's own script, a redirect and a
/// library that ignores its settings all meet the same answer.
@FunctionalInterface
public interface OriginWall {
    /// Whether the visit may reach this origin.
    ///
    /// @param scheme `https` for a tunnel, `http` for a request in the clear
    /// @param host in lower case; an IPv6 address without its brackets
    /// @param port 1 to 65535, never left to a default
    boolean admits(String scheme, String host, int port);
}
