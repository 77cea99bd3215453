package dev.payfleet.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/// Brings the tables of one component up to date. All of it happens in one transaction under the write lock, so
/// that of several processes one does it and the others find it done.
final class Migrations {
    static final String TABLE =
            "CREATE TABLE component_version (component TEXT PRIMARY KEY, version INTEGER NOT NULL) STRICT";

    private Migrations() {}

    static void apply(Connection connection, Path file, String component, List<String> steps) throws SQLException {
        int done = Sql.first(
                        connection,
                        "SELECT version FROM component_version WHERE component = ?",
                        row -> row.getInt(1),
                        component)
                .orElse(0);
        if (done > steps.size()) {
            throw new SqliteFileException(
                    file,
                    "was made by a newer Payfleet (" + component + " is at version " + done + ", this program knows "
                            + steps.size() + "): run the newer program");
        }
        if (done == steps.size()) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            for (String step : steps.subList(done, steps.size())) {
                statement.executeUpdate(step);
            }
        }
        Sql.update(
                connection,
                "INSERT INTO component_version (component, version) VALUES (?, ?)"
                        + " ON CONFLICT (component) DO UPDATE SET version = excluded.version",
                component,
                steps.size());
    }
}
