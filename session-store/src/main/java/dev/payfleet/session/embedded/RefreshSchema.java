package dev.payfleet.session.embedded;

import dev.payfleet.sqlite.SqliteFile;
import java.util.List;

/// What the planning of refreshes adds to the tables: when a connection was last used, and who plans.
final class RefreshSchema {
    private static final List<String> STEPS = List.of("""
            ALTER TABLE connection ADD COLUMN used_at INTEGER;

            CREATE TABLE duty (
                name TEXT PRIMARY KEY,
                holder TEXT,
                held_until INTEGER NOT NULL,
                fence INTEGER NOT NULL
            ) STRICT;
            """);

    private RefreshSchema() {}

    static void migrate(SqliteFile file) {
        file.migrate("refresh", STEPS);
    }
}
