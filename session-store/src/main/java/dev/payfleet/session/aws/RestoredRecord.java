package dev.payfleet.session.aws;

import dev.payfleet.session.ConnectionKey;
import dev.payfleet.session.SealBrokenException;

/// A sealed record of a table that was brought back. What it opens is gone before it returns: nobody gets to see
/// it.
public final class RestoredRecord {
    private final ConnectionKey owner;
    private final Opening opening;

    RestoredRecord(ConnectionKey owner, Opening opening) {
        this.owner = owner;
        this.opening = opening;
    }

    /// Opens the record for one connection, and throws away what was in it.
    interface Opening {
        void openFor(ConnectionKey key);
    }

    /// Whose it is.
    public ConnectionKey owner() {
        return owner;
    }

    /// Opens it as if it were this connection's.
    ///
    /// @throws SealBrokenException when it does not open; as it must not for anyone but its owner
    public void openFor(ConnectionKey key) {
        opening.openFor(key);
    }
}
