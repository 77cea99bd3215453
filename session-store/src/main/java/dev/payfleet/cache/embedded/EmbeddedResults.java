package dev.payfleet.cache.embedded;

import dev.payfleet.cache.ResultCache;
import dev.payfleet.session.ConnectionKey;
import dev.payfleet.session.Sealer;
import dev.payfleet.sqlite.Sql;
import dev.payfleet.sqlite.SqliteFile;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/// The table of results, for the embedded stores to build upon; everyone else gets the cache from them.
public final class EmbeddedResults {
    private static final List<String> STEPS = List.of("""
            CREATE TABLE result (
                client_id TEXT NOT NULL,
                connection_id TEXT NOT NULL,
                id TEXT NOT NULL,
                sealed BLOB NOT NULL,
                records INTEGER NOT NULL,
                partial INTEGER NOT NULL,
                retrieved_at INTEGER NOT NULL,
                expires_at INTEGER NOT NULL,
                source TEXT NOT NULL,
                PRIMARY KEY (client_id, connection_id, id)
            ) STRICT;
            CREATE INDEX result_by_expiry ON result (expires_at);
            """);

    private EmbeddedResults() {}

    public static void migrate(SqliteFile file) {
        file.migrate("cache", STEPS);
    }

    public static ResultCache over(SqliteFile file, Sealer sealer, FenceCheck fence) {
        return new SqliteResultCache(file, sealer, fence);
    }

    /// How many results of a connection there are.
    public static int count(Connection connection, ConnectionKey key) throws SQLException {
        return Sql.first(
                        connection,
                        "SELECT count(*) FROM result WHERE client_id = ? AND connection_id = ?",
                        row -> row.getInt(1),
                        key.clientId(),
                        key.connectionId())
                .orElse(0);
    }

    /// Deletes all results of a connection, inside the caller's transaction.
    ///
    /// @return how many
    public static int wipe(Connection connection, ConnectionKey key) throws SQLException {
        return Sql.update(
                connection,
                "DELETE FROM result WHERE client_id = ? AND connection_id = ?",
                key.clientId(),
                key.connectionId());
    }
}
