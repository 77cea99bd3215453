package dev.payfleet.cache;

import dev.payfleet.session.Connection;
import dev.payfleet.session.ConnectionKey;
import dev.payfleet.session.ConnectionStore;
import dev.payfleet.session.Credential;
import dev.payfleet.session.StoredCredential;
import dev.payfleet.session.Wiped;
import java.time.Instant;
import java.util.Optional;

/// Drops what is held of a connection whenever it changes here, also when the change fails half-way.
final class WatchedConnections implements ConnectionStore {
    private final ConnectionStore store;
    private final HeldResults held;

    WatchedConnections(ConnectionStore store, HeldResults held) {
        this.store = store;
        this.held = held;
    }

    @Override
    public void connect(ConnectionKey key, String provider, Credential credential, Instant now) {
        try {
            store.connect(key, provider, credential, now);
        } finally {
            held.drop(key);
        }
    }

    @Override
    public Optional<Connection> find(ConnectionKey key) {
        return store.find(key);
    }

    @Override
    public Optional<StoredCredential> credential(ConnectionKey key) {
        return store.credential(key);
    }

    @Override
    public Wiped left(ConnectionKey key) {
        return store.left(key);
    }

    @Override
    public Wiped disconnect(ConnectionKey key, Instant now) {
        try {
            return store.disconnect(key, now);
        } finally {
            held.drop(key);
        }
    }
}
