package dev.payfleet.session;

import java.time.Instant;
import java.util.Optional;

/// Who is connected, and with which credential.
public interface ConnectionStore {
    /// Connects, or gives a connected person a new credential, or connects again after a disconnect (a new
    /// consent).
    ///
    /// What was fetched with the former credential stays only when provider and user name are the same: it
    /// belongs to the same account then. Otherwise session, trust and results go, and whoever still works with
    /// them is refused. The sign-in ledger stays in any case.
    void connect(ConnectionKey key, String provider, Credential credential, Instant now);

    /// The connection or its tombstone.
    Optional<Connection> find(ConnectionKey key);

    /// The credential; empty when there is none or no longer one.
    ///
    /// @throws SealBrokenException when the record is damaged or another connection's
    Optional<StoredCredential> credential(ConnectionKey key);

    /// Wipes credential, session, trust and cached results, for good, and leaves a tombstone. May be repeated,
    /// and should be when it failed.
    Wiped disconnect(ConnectionKey key, Instant now);

    /// How many records of each kind are there now, counted by reading: what [#disconnect] would remove.
    Wiped left(ConnectionKey key);
}
