package dev.payfleet.session;

import java.util.Optional;

/// Goes through all stored sessions, and opens none. Whoever is disconnected is not among them. Any thread may call.
@FunctionalInterface
public interface SessionCensus {
    /// A page, in an order of the store's own. A session that is saved while somebody pages through may be missed
    /// or met twice; one that was there throughout is met.
    ///
    /// @param after what the page before named as its next; empty for the first
    /// @param most how many records are looked at, from 1 to 1000
    CensusPage page(Optional<String> after, int most);
}
