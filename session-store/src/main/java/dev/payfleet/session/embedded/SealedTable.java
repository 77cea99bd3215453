package dev.payfleet.session.embedded;

import dev.payfleet.session.ConnectionKey;
import dev.payfleet.session.sealing.SealedHeader;
import dev.payfleet.sqlite.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/// A table that holds sealed records in a column `sealed`, and what each of them is sealed for. [#ALL] is the one
/// list of them: what is not in it is not sealed anew when the key changes.
///
/// @param name the table's
/// @param client SQL for the `client_id` that a row's record is sealed for
/// @param connection SQL for its `connection_id`
/// @param purpose SQL for its purpose
/// @param kind SQL for what people call it
record SealedTable(String name, String client, String connection, String purpose, String kind) {
    static final List<SealedTable> ALL = List.of(
            ofConnections("credential", "'credential'", "'credentials'"),
            ofConnections("browser_state", "kind", "CASE kind WHEN 'session' THEN 'sessions' ELSE kind END"),
            ofConnections("result", "'result/' || id", "'results'"),
            ofConnections("challenge_answer", "'answer/' || job", "'answers'"),
            new SealedTable(
                    "hashing_key",
                    "'" + HashingKey.OWNER.clientId() + "'",
                    "'" + HashingKey.OWNER.connectionId() + "'",
                    "'" + HashingKey.PURPOSE + "'",
                    "'hashing key'"));

    private static SealedTable ofConnections(String name, String purpose, String kind) {
        return new SealedTable(name, "client_id", "connection_id", purpose, kind);
    }

    /// What the header of a row's record tells.
    ///
    /// @param key the name of the key that it is sealed under; empty when it is none that this program wrote
    record Seen(long row, String kind, Optional<String> key) {}

    /// The next rows in the order of their numbers. A compaction may give the rows other numbers meanwhile, so that
    /// who must see all of them looks again.
    List<Seen> after(Connection c, long row, int most) throws SQLException {
        return Sql.all(
                c,
                "SELECT rowid AS row, " + kind + " AS what, substr(sealed, 1, " + SealedHeader.LONGEST + ") AS header"
                        + " FROM " + name + " WHERE rowid > ? ORDER BY rowid LIMIT ?",
                SealedTable::seen,
                row,
                most);
    }

    private static Seen seen(ResultSet row) throws SQLException {
        return new Seen(row.getLong("row"), row.getString("what"), SealedHeader.key(row.getBytes("header")));
    }

    Optional<SealedRow> at(Connection c, long row) throws SQLException {
        return Sql.first(
                c,
                "SELECT rowid AS row, " + client + " AS client, " + connection + " AS connection, " + purpose
                        + " AS purpose, sealed FROM " + name + " WHERE rowid = ?",
                SealedTable::row,
                row);
    }

    private static SealedRow row(ResultSet row) throws SQLException {
        return new SealedRow(
                row.getLong("row"),
                new ConnectionKey(row.getString("client"), row.getString("connection")),
                row.getString("purpose"),
                row.getBytes("sealed"));
    }

    /// Puts a record in the place of a former one, if that is still there.
    ///
    /// @return whether it was
    boolean replace(Connection c, SealedRow former, SealedRow anew) throws SQLException {
        return Sql.update(
                        c,
                        "UPDATE " + name + " SET sealed = ? WHERE rowid = ? AND sealed = ?",
                        anew.bytes(),
                        former.row(),
                        former.bytes())
                == 1;
    }
}
