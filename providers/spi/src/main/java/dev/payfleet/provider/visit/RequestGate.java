package dev.payfleet.provider.visit;

/// Stands before every request, so that the fleet keeps to a provider's polite rate.
@FunctionalInterface
public interface RequestGate {

    /// Returns when the next request may go out. May throw to stop the visit.
    void beforeRequest();

    /// The gate that is always open.
    static RequestGate open() {
        return () -> {};
    }
}
