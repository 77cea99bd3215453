package dev.payfleet.worker.drill;

import dev.payfleet.session.ConnectionKey;

/// Port: a sealed record that was brought back.
public interface SealedRecord {
    /// Whose it is.
    ConnectionKey owner();

    /// Opens it as this connection's, and throws away what was in it.
    ///
    /// @throws dev.payfleet.session.SealBrokenException when it does not open
    void openFor(ConnectionKey key);
}
