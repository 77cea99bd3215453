package dev.payfleet.session.embedded;

import dev.payfleet.session.sealing.SealedHeader;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;

/// Lets the database itself refuse what is sealed under a key that is closed. A process that was stopped for as
/// long as a rotation takes would otherwise leave a record behind that nothing opens.
final class ClosedKeys {
    /// In the header of a record the length of what tells the key, 36 bytes, stands before the key's id: a `$`, which
    /// no name of a connection has, so that nothing else in a header looks like it.
    private static final String NAMES_A_CLOSED_KEY = """
            EXISTS (SELECT 1 FROM sealing_key WHERE closed_at IS NOT NULL
                AND instr(substr(NEW.sealed, 1, %d), CAST('$' || id AS BLOB)) > 0)""".formatted(SealedHeader.LONGEST);

    private ClosedKeys() {}

    /// Makes it do so, where it does not yet.
    static void refuse(Connection c) throws SQLException {
        try (Statement statement = c.createStatement()) {
            for (SealedTable table : SealedTable.ALL) {
                for (String change : List.of("INSERT", "UPDATE")) {
                    statement.executeUpdate(trigger(table.name(), change));
                }
            }
        }
    }

    private static String trigger(String table, String change) {
        return "CREATE TRIGGER IF NOT EXISTS " + table + "_" + change.toLowerCase(Locale.ROOT)
                + "_under_closed_key BEFORE " + change + " ON " + table + " WHEN " + NAMES_A_CLOSED_KEY
                + " BEGIN SELECT RAISE(ABORT, 'it is sealed under a key that was replaced meanwhile: do it again'); END";
    }
}
