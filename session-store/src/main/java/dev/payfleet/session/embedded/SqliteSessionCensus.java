package dev.payfleet.session.embedded;

import dev.payfleet.session.CensusPage;
import dev.payfleet.session.ConnectionKey;
import dev.payfleet.session.SessionCensus;
import dev.payfleet.session.SessionMark;
import dev.payfleet.sqlite.Sql;
import dev.payfleet.sqlite.SqliteFile;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Pages by the primary key, so that each page is one short read however many there are.
record SqliteSessionCensus(SqliteFile file) implements SessionCensus {
    @Override
    public CensusPage page(Optional<String> after, int most) {
        String from = after.orElse("/");
        int slash = from.indexOf('/');
        List<SessionMark> marks = file.read(c -> Sql.all(
                c,
                "SELECT s.client_id, s.connection_id, c.provider, s.until,"
                        + " coalesce(c.used_at, c.connected_at) AS used_at"
                        + " FROM browser_state s JOIN connection c"
                        + " ON c.client_id = s.client_id AND c.connection_id = s.connection_id"
                        + " WHERE (s.client_id, s.connection_id) > (?, ?) AND s.kind = ?"
                        + " AND c.disconnected_at IS NULL"
                        + " ORDER BY s.client_id, s.connection_id LIMIT ?",
                SqliteSessionCensus::mark,
                from.substring(0, slash),
                from.substring(slash + 1),
                SqliteSessionStore.KIND,
                most));
        return new CensusPage(
                marks,
                marks.size() < most
                        ? Optional.empty()
                        : Optional.of(marks.getLast().key().toString()));
    }

    private static SessionMark mark(ResultSet row) throws SQLException {
        return new SessionMark(
                new ConnectionKey(row.getString("client_id"), row.getString("connection_id")),
                row.getString("provider"),
                Sql.instant(row, "until"),
                Sql.instant(row, "used_at"));
    }

    /// In the transaction of a claim.
    static void noteUse(Connection c, ConnectionKey key, Instant now) throws SQLException {
        Sql.update(
                c,
                "UPDATE connection SET used_at = ? WHERE client_id = ? AND connection_id = ?"
                        + " AND disconnected_at IS NULL",
                now,
                key.clientId(),
                key.connectionId());
    }

    /// A tombstone does not tell when somebody was last interested.
    static void forgetUse(Connection c, ConnectionKey key) throws SQLException {
        Sql.update(
                c,
                "UPDATE connection SET used_at = NULL WHERE client_id = ? AND connection_id = ?",
                key.clientId(),
                key.connectionId());
    }
}
