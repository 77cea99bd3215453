package dev.payfleet.cache.embedded;

import dev.payfleet.session.ConnectionKey;
import java.sql.Connection;
import java.sql.SQLException;

/// Lets the holder of the latest claim pass, and throws for everyone else, inside the transaction that writes.
@FunctionalInterface
public interface FenceCheck {
    void requireCurrent(Connection connection, ConnectionKey key, long fence) throws SQLException;
}
