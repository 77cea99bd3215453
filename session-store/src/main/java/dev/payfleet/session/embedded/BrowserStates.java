package dev.payfleet.session.embedded;

import dev.payfleet.session.ConnectionKey;
import dev.payfleet.session.Sealer;
import dev.payfleet.session.Secret;
import dev.payfleet.sqlite.Sql;
import dev.payfleet.sqlite.SqliteFile;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Sealed browser states of one kind, at most one per connection: the rows behind session and device trust. The
/// kind is the purpose that they are sealed for, so that one does not open as the other.
final class BrowserStates {
    private final SqliteFile file;
    private final Sealer sealer;
    private final String kind;

    BrowserStates(SqliteFile file, Sealer sealer, String kind) {
        this.file = file;
        this.sealer = sealer;
        this.kind = kind;
    }

    /// What is kept of each, with the time it is good for.
    record Saved(
            Secret state,
            Instant since,
            Instant until,
            @Nullable String userAgent) {}

    Optional<Saved> find(ConnectionKey key) {
        return file.read(c -> Sql.first(
                        c,
                        "SELECT sealed, since, until, user_agent FROM browser_state"
                                + " WHERE client_id = ? AND connection_id = ? AND kind = ?",
                        row -> unopened(key, row),
                        key.clientId(),
                        key.connectionId(),
                        kind))
                .map(Supplier::get);
    }

    /// To be opened after the read has ended, because that takes longer than the read.
    private Supplier<Saved> unopened(ConnectionKey key, ResultSet row) throws SQLException {
        byte[] sealed = row.getBytes("sealed");
        Instant since = Sql.instant(row, "since");
        Instant until = Sql.instant(row, "until");
        String userAgent = row.getString("user_agent");
        return () -> new Saved(Secret.takeOwnershipOf(sealer.open(key, kind, sealed)), since, until, userAgent);
    }

    void save(ConnectionKey key, long fence, Saved saved) {
        byte[] sealed = sealed(key, saved.state());
        file.write(c -> {
            Fence.requireCurrent(c, key, fence);
            return Sql.update(
                    c,
                    "INSERT INTO browser_state (client_id, connection_id, kind, sealed, since, until, user_agent)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?)"
                            + " ON CONFLICT DO UPDATE SET sealed = excluded.sealed, since = excluded.since,"
                            + " until = excluded.until, user_agent = excluded.user_agent",
                    key.clientId(),
                    key.connectionId(),
                    kind,
                    sealed,
                    saved.since(),
                    saved.until(),
                    saved.userAgent());
        });
    }

    private byte[] sealed(ConnectionKey key, Secret state) {
        byte[] plain = state.bytes();
        try {
            return sealer.seal(key, kind, plain);
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    void forget(ConnectionKey key, long fence) {
        file.write(c -> {
            Fence.requireCurrent(c, key, fence);
            return wipe(c, key, kind);
        });
    }

    static int wipe(Connection c, ConnectionKey key, String kind) throws SQLException {
        return Sql.update(
                c,
                "DELETE FROM browser_state WHERE client_id = ? AND connection_id = ? AND kind = ?",
                key.clientId(),
                key.connectionId(),
                kind);
    }
}
