package dev.payfleet.session.embedded;

import dev.payfleet.sqlite.Sql;
import dev.payfleet.sqlite.SqliteFile;
import java.util.List;

/// The tables of the session stores. Times are microseconds since 1970; what is sealed is named `sealed`.
final class Schema {
    private static final List<String> STEPS = List.of("""
            CREATE TABLE key_file (
                only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
                id TEXT NOT NULL
            ) STRICT;

            CREATE TABLE connection (
                client_id TEXT NOT NULL,
                connection_id TEXT NOT NULL,
                provider TEXT NOT NULL,
                connected_at INTEGER NOT NULL,
                disconnected_at INTEGER,
                fence INTEGER NOT NULL DEFAULT 0,
                PRIMARY KEY (client_id, connection_id)
            ) STRICT;

            CREATE TABLE credential (
                client_id TEXT NOT NULL,
                connection_id TEXT NOT NULL,
                sealed BLOB NOT NULL,
                PRIMARY KEY (client_id, connection_id),
                FOREIGN KEY (client_id, connection_id) REFERENCES connection
            ) STRICT;

            CREATE TABLE browser_state (
                client_id TEXT NOT NULL,
                connection_id TEXT NOT NULL,
                kind TEXT NOT NULL,
                sealed BLOB NOT NULL,
                since INTEGER NOT NULL,
                until INTEGER NOT NULL,
                user_agent TEXT,
                PRIMARY KEY (client_id, connection_id, kind),
                FOREIGN KEY (client_id, connection_id) REFERENCES connection
            ) STRICT;

            CREATE TABLE attempt (
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                client_id TEXT NOT NULL,
                connection_id TEXT NOT NULL,
                fingerprint TEXT NOT NULL,
                begun_at INTEGER NOT NULL,
                outcome TEXT NOT NULL,
                settled_at INTEGER,
                FOREIGN KEY (client_id, connection_id) REFERENCES connection
            ) STRICT;
            CREATE INDEX attempt_by_connection ON attempt (client_id, connection_id, id);
            CREATE INDEX attempt_by_age ON attempt (begun_at);
            """, """
            ALTER TABLE attempt ADD COLUMN challenged INTEGER NOT NULL DEFAULT 0;
            UPDATE attempt SET challenged = 1 WHERE outcome = 'CHALLENGED';
            """);

    private Schema() {}

    static void migrate(SqliteFile file) {
        file.migrate("session", STEPS);
    }

    /// The first to open the database binds it to its key; from then on every other key is refused.
    static void requireKey(SqliteFile file, KeyFile key) {
        String bound = file.write(c -> {
            Sql.update(c, "INSERT OR IGNORE INTO key_file (only_row, id) VALUES (1, ?)", key.id());
            return Sql.first(c, "SELECT id FROM key_file", row -> row.getString(1))
                    .orElseThrow();
        });
        if (!bound.equals(key.id())) {
            throw new KeyFileException(
                    key.path(),
                    "(id " + key.id() + ") does not match the database " + file.path() + ", which was sealed with key "
                            + bound + ": restore that key file, or move the database away to start with an empty one");
        }
    }
}
