package dev.payfleet.worker.egress;

import dev.payfleet.session.ConnectionKey;

/// Says which way a connection's visits leave.
///
/// The answer is sticky: the same connection gets the same proxy, and by a user-name template its own proxy
/// session, as long as that proxy is well. Providers end sessions that move between addresses.
///
/// Safe for use by many threads.
@FunctionalInterface
public interface EgressPool {
    /// The route for a visit. The caller closes it, usually through the [EgressRelay] that it opens on it.
    ///
    /// @throws EgressUnavailableException when every proxy is being left out for now
    EgressRoute routeFor(ConnectionKey connection);

    /// No proxy at all. Only for fixtures on this machine and for a person who says so in the configuration: a
    /// provider then sees the worker's own address.
    static EgressPool direct() {
        return connection -> EgressRoute.direct();
    }
}
