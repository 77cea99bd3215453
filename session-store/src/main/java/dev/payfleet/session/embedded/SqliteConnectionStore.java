package dev.payfleet.session.embedded;

import dev.payfleet.session.Connection;
import dev.payfleet.session.ConnectionKey;
import dev.payfleet.session.ConnectionState;
import dev.payfleet.session.ConnectionStore;
import dev.payfleet.session.Credential;
import dev.payfleet.session.DisconnectedException;
import dev.payfleet.session.SealBrokenException;
import dev.payfleet.session.StoredCredential;
import dev.payfleet.session.Wiped;
import dev.payfleet.session.sealing.CredentialSeal;
import dev.payfleet.sqlite.Sql;
import dev.payfleet.sqlite.SqliteFile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

final class SqliteConnectionStore implements ConnectionStore {
    private final SqliteFile file;
    private final CredentialSeal seal;

    SqliteConnectionStore(SqliteFile file, CredentialSeal seal) {
        this.file = file;
        this.seal = seal;
    }

    @Override
    public void connect(ConnectionKey key, String provider, Credential credential, Instant now) {
        if (provider.isBlank()) {
            throw new IllegalArgumentException("provider must be the id of a provider");
        }
        byte[] sealed = seal.seal(key, credential);
        boolean erase = file.write(c -> {
            boolean otherAccount = isOtherAccount(c, key, provider, credential);
            Wiped wiped = otherAccount ? Wipe.all(c, key) : Wiped.NOTHING;
            upsert(c, key, provider, now);
            if (otherAccount) {
                Fence.raise(c, key);
            }
            Sql.update(
                    c,
                    "INSERT INTO credential (client_id, connection_id, sealed) VALUES (?, ?, ?)"
                            + " ON CONFLICT DO UPDATE SET sealed = excluded.sealed",
                    key.clientId(),
                    key.connectionId(),
                    sealed);
            return !wiped.equals(Wiped.NOTHING);
        });
        if (erase) {
            file.eraseDeleted();
        }
    }

    private static void upsert(java.sql.Connection c, ConnectionKey key, String provider, Instant now)
            throws SQLException {
        Sql.update(
                c,
                "INSERT INTO connection (client_id, connection_id, provider, connected_at) VALUES (?, ?, ?, ?)"
                        + " ON CONFLICT DO UPDATE SET provider = excluded.provider,"
                        + " connected_at = excluded.connected_at, disconnected_at = NULL",
                key.clientId(),
                key.connectionId(),
                provider,
                now);
    }

    /// Also true when the former credential can't be opened, for then nobody can say.
    private boolean isOtherAccount(java.sql.Connection c, ConnectionKey key, String provider, Credential credential)
            throws SQLException {
        Optional<Connection> former = find(c, key);
        if (former.isEmpty() || !former.get().provider().equals(provider)) {
            return true;
        }
        Optional<byte[]> sealed = sealedCredential(c, key);
        if (sealed.isEmpty()) {
            return true;
        }
        try (StoredCredential stored = seal.open(key, sealed.get())) {
            return !stored.credential().username().equals(credential.username());
        } catch (SealBrokenException unreadable) {
            return true;
        }
    }

    @Override
    public Optional<Connection> find(ConnectionKey key) {
        return file.read(c -> find(c, key));
    }

    private static Optional<Connection> find(java.sql.Connection c, ConnectionKey key) throws SQLException {
        return Sql.first(
                c,
                "SELECT provider, connected_at, disconnected_at, fence FROM connection"
                        + " WHERE client_id = ? AND connection_id = ?",
                row -> connection(key, row),
                key.clientId(),
                key.connectionId());
    }

    private static Connection connection(ConnectionKey key, ResultSet row) throws SQLException {
        ConnectionState state = Sql.instantOrNull(row, "disconnected_at") == null
                ? ConnectionState.ACTIVE
                : ConnectionState.DISCONNECTED;
        return new Connection(
                key, row.getString("provider"), Sql.instant(row, "connected_at"), state, row.getLong("fence"));
    }

    @Override
    public Optional<StoredCredential> credential(ConnectionKey key) {
        return file.read(c -> sealedCredential(c, key)).map(stored -> seal.open(key, stored));
    }

    private static Optional<byte[]> sealedCredential(java.sql.Connection c, ConnectionKey key) throws SQLException {
        return Sql.first(
                c,
                "SELECT sealed FROM credential WHERE client_id = ? AND connection_id = ?",
                row -> row.getBytes(1),
                key.clientId(),
                key.connectionId());
    }

    @Override
    public Wiped disconnect(ConnectionKey key, Instant now) {
        Wiped wiped = file.write(c -> {
            try {
                Fence.requireActive(c, key);
            } catch (DisconnectedException already) {
                return Wiped.NOTHING;
            }
            Sql.update(
                    c,
                    "UPDATE connection SET disconnected_at = ?, fence = fence + 1"
                            + " WHERE client_id = ? AND connection_id = ?",
                    now,
                    key.clientId(),
                    key.connectionId());
            return Wipe.all(c, key);
        });
        // Always, because an earlier try may have been killed between the two.
        file.eraseDeleted();
        return wiped;
    }

    @Override
    public Wiped left(ConnectionKey key) {
        return file.read(c -> Remains.of(c, key));
    }
}
