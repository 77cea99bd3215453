package dev.payfleet.session.embedded;

import dev.payfleet.cache.embedded.EmbeddedResults;
import dev.payfleet.session.ConnectionKey;
import dev.payfleet.session.Wiped;
import dev.payfleet.sqlite.Sql;
import java.sql.Connection;
import java.sql.SQLException;

/// Counts what [Wipe] would remove, by reading.
final class Remains {
    private Remains() {}

    static Wiped of(Connection c, ConnectionKey key) throws SQLException {
        return new Wiped(
                count(
                        c,
                        "SELECT count(*) FROM credential WHERE client_id = ? AND connection_id = ?",
                        key.clientId(),
                        key.connectionId()),
                states(c, key, SqliteSessionStore.KIND),
                states(c, key, SqliteTrustStore.KIND),
                EmbeddedResults.count(c, key),
                SqliteChallengeDesk.count(c, key));
    }

    private static int states(Connection c, ConnectionKey key, String kind) throws SQLException {
        return count(
                c,
                "SELECT count(*) FROM browser_state WHERE client_id = ? AND connection_id = ? AND kind = ?",
                key.clientId(),
                key.connectionId(),
                kind);
    }

    private static int count(Connection c, String sql, Object... parameters) throws SQLException {
        return Sql.first(c, sql, row -> row.getInt(1), parameters).orElse(0);
    }
}
