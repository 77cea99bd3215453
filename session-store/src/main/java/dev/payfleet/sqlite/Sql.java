package dev.payfleet.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One statement with its parameters in one line. Parameters are strings, numbers, byte arrays, nulls, or
/// instants, which are stored as microseconds since 1970.
public final class Sql {
    private Sql() {}

    /// Reads one row, the one that the result set stands on.
    @FunctionalInterface
    public interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /// Runs a statement that returns no rows.
    ///
    /// @return how many rows it changed
    public static int update(Connection connection, String sql, @Nullable Object... parameters) throws SQLException {
        try (PreparedStatement statement = prepare(connection, sql, parameters)) {
            return statement.executeUpdate();
        }
    }

    /// The first row, where there is one.
    public static <T> Optional<T> first(Connection connection, String sql, Row<T> row, @Nullable Object... parameters)
            throws SQLException {
        try (PreparedStatement statement = prepare(connection, sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            return rows.next() ? Optional.of(row.read(rows)) : Optional.empty();
        }
    }

    /// All rows, in the order of the statement.
    public static <T> List<T> all(Connection connection, String sql, Row<T> row, @Nullable Object... parameters)
            throws SQLException {
        try (PreparedStatement statement = prepare(connection, sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            List<T> read = new ArrayList<>();
            while (rows.next()) {
                read.add(row.read(rows));
            }
            return List.copyOf(read);
        }
    }

    /// An instant as it was bound, to the microsecond.
    public static Instant instant(ResultSet row, String column) throws SQLException {
        return Instant.EPOCH.plus(row.getLong(column), ChronoUnit.MICROS);
    }

    /// Like [#instant(ResultSet, String)], for a column that may be null.
    public static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        Instant read = instant(row, column);
        return row.wasNull() ? null : read;
    }

    private static PreparedStatement prepare(Connection connection, String sql, @Nullable Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, stored(parameters[i]));
            }
            return statement;
        } catch (SQLException | RuntimeException failure) {
            statement.close();
            throw failure;
        }
    }

    private static @Nullable Object stored(@Nullable Object parameter) {
        return parameter instanceof Instant instant ? ChronoUnit.MICROS.between(Instant.EPOCH, instant) : parameter;
    }
}
