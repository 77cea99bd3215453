package dev.payfleet.session.embedded;

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
            CREATE TABLE challenge (
                client_id TEXT NOT NULL,
                connection_id TEXT NOT NULL,
                id TEXT NOT NULL,
                kind TEXT NOT NULL,
                prompt TEXT NOT NULL,
                choices TEXT NOT NULL,
                expires_at INTEGER NOT NULL,
                held_until INTEGER NOT NULL,
                continuation TEXT NOT NULL,
                PRIMARY KEY (client_id, connection_id),
                FOREIGN KEY (client_id, connection_id) REFERENCES connection
            ) STRICT;
            CREATE INDEX challenge_by_age ON challenge (expires_at);

            CREATE TABLE challenge_wish (
                client_id TEXT NOT NULL,
                connection_id TEXT NOT NULL,
                challenge TEXT NOT NULL,
                job TEXT NOT NULL,
                wish TEXT NOT NULL,
                method TEXT,
                taken INTEGER NOT NULL DEFAULT 0,
                verdict TEXT,
                expires_at INTEGER NOT NULL,
                PRIMARY KEY (client_id, connection_id, challenge, job),
                FOREIGN KEY (client_id, connection_id) REFERENCES connection
            ) STRICT;
            CREATE INDEX challenge_wish_by_age ON challenge_wish (expires_at);

            CREATE TABLE challenge_answer (
                client_id TEXT NOT NULL,
                connection_id TEXT NOT NULL,
                job TEXT NOT NULL,
                sealed BLOB NOT NULL,
                deposited_at INTEGER NOT NULL,
                PRIMARY KEY (client_id, connection_id, job),
                FOREIGN KEY (client_id, connection_id) REFERENCES connection
            ) STRICT;
            CREATE INDEX challenge_answer_by_age ON challenge_answer (deposited_at);
            """, """
            ALTER TABLE attempt ADD COLUMN challenged INTEGER NOT NULL DEFAULT 0;
            UPDATE attempt SET challenged = 1 WHERE outcome = 'CHALLENGED';
            """);

    private Schema() {}

    static void migrate(SqliteFile file) {
        file.migrate("session", STEPS);
    }
}
