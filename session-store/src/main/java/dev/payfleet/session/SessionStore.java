package dev.payfleet.session;

import java.time.Instant;
import java.util.Optional;

/// The session of each connection, guarded by a fencing number: only the worker that claimed last may write.
public interface SessionStore {
    /// The next fencing number of this connection; from here on writes with an earlier one fail.
    ///
    /// @throws DisconnectedException when there is no active connection
    long claim(ConnectionKey key);

    /// The same, for a visit that somebody asked for; kept as the connection's last use. Costs no write more.
    ///
    /// @throws DisconnectedException as [#claim]
    long claimForUse(ConnectionKey key, Instant now);

    /// The session as it was saved; whether it is past its `expiresAt` is for the caller to see.
    ///
    /// @throws SealBrokenException when the record is damaged or another connection's
    Optional<StoredSession> find(ConnectionKey key);

    /// Keeps this session in place of an earlier one.
    ///
    /// @throws StaleFenceException when the connection was claimed by another since
    /// @throws DisconnectedException when there is no active connection
    void save(ConnectionKey key, long fence, StoredSession session);

    /// Removes the session, when there is one. Throws as [#save] does.
    void forget(ConnectionKey key, long fence);
}
