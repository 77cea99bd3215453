package dev.payfleet.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// What is done with a connection that is already inside a transaction. It neither commits nor rolls back nor
/// closes, and keeps nothing of the connection afterwards.
@FunctionalInterface
public interface Work<T extends @Nullable Object> {
    T on(Connection connection) throws SQLException;
}
