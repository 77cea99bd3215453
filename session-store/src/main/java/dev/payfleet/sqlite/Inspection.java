package dev.payfleet.sqlite;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/// Decides, without changing a byte of it, whether a file is a sound database of ours. It reads every page:
/// 35 ms for 100 MB that the operating system holds in memory.
final class Inspection {
    private Inspection() {}

    static void require(Path file) {
        try {
            Optional<String> trouble = OwnerOnlyFile.trouble(file);
            if (trouble.isPresent()) {
                throw new SqliteFileException(file, trouble.get());
            }
            if (!DatabaseHeader.of(file).ours()) {
                throw new SqliteFileException(
                        file, "is no database of Payfleet's and was left as it is: name another file or move it away");
            }
            requireSoundPages(file);
        } catch (IOException failure) {
            throw new SqliteFileException(file, "can't be read: check its owner and its disk", failure);
        }
    }

    private static void requireSoundPages(Path file) {
        try (Connection inspector = Connections.inspector(file);
                Statement statement = inspector.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA quick_check(1)")) {
            if (!row.next() || !row.getString(1).equals("ok")) {
                throw SqliteFileException.damaged(file);
            }
        } catch (SQLException failure) {
            throw SqliteFileException.of(file, failure);
        }
    }
}
