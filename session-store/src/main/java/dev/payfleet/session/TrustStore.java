package dev.payfleet.session;

import java.util.Optional;

/// The device trust of each connection, guarded by the same fencing number as its session.
public interface TrustStore {
    /// The trust as it was saved; whether it is past its `expiresAt` is for the caller to see.
    ///
    /// @throws SealBrokenException when the record is damaged or another connection's
    Optional<StoredTrust> find(ConnectionKey key);

    /// Keeps this trust in place of an earlier one.
    ///
    /// @throws StaleFenceException when the connection was claimed by another since
    /// @throws DisconnectedException when there is no active connection
    void save(ConnectionKey key, long fence, StoredTrust trust);

    /// Removes the trust, when there is one. Throws as [#save] does.
    void forget(ConnectionKey key, long fence);
}
