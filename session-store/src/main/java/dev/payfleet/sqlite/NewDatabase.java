package dev.payfleet.sqlite;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/// An empty database of ours, complete (mark, log mode, table of versions) before its name exists.
final class NewDatabase {
    private NewDatabase() {}

    /// Makes the file unless there is one already.
    static void createIfMissing(Path file) {
        try {
            OwnerOnlyFile.create(file, NewDatabase::fill);
        } catch (IOException failure) {
            throw new SqliteFileException(file, "can't be created: " + failure.getMessage(), failure);
        }
    }

    private static void fill(Path draft) throws IOException {
        try (Connection connection = Connections.writer(draft);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA application_id = " + DatabaseHeader.OURS);
            statement.execute(Migrations.TABLE);
            // Kept in the header: every later connection uses the log, and opening needs no lock to switch to it.
            statement.execute("PRAGMA journal_mode = WAL");
        } catch (SQLException failure) {
            throw new IOException("SQLite could not write an empty database", failure);
        }
    }
}
