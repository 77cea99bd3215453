package dev.payfleet.session.embedded;

import dev.payfleet.session.ConnectionKey;
import dev.payfleet.session.DisconnectedException;
import dev.payfleet.session.StaleFenceException;
import dev.payfleet.sqlite.Sql;
import java.sql.Connection;
import java.sql.SQLException;

/// The fencing number of a connection. It only grows, over disconnects too.
final class Fence {
    private Fence() {}

    static void requireActive(Connection c, ConnectionKey key) throws SQLException {
        current(c, key);
    }

    static void requireCurrent(Connection c, ConnectionKey key, long fence) throws SQLException {
        long current = current(c, key);
        if (fence != current) {
            throw new StaleFenceException(key, fence, current);
        }
    }

    static long claim(Connection c, ConnectionKey key) throws SQLException {
        long next = current(c, key) + 1;
        raise(c, key);
        return next;
    }

    static void raise(Connection c, ConnectionKey key) throws SQLException {
        Sql.update(
                c,
                "UPDATE connection SET fence = fence + 1 WHERE client_id = ? AND connection_id = ?",
                key.clientId(),
                key.connectionId());
    }

    private static long current(Connection c, ConnectionKey key) throws SQLException {
        return Sql.first(
                        c,
                        "SELECT fence FROM connection"
                                + " WHERE client_id = ? AND connection_id = ? AND disconnected_at IS NULL",
                        row -> row.getLong(1),
                        key.clientId(),
                        key.connectionId())
                .orElseThrow(() -> new DisconnectedException(key));
    }
}
