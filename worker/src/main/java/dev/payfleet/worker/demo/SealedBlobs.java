package dev.payfleet.worker.demo;

import dev.payfleet.session.ConnectionKey;
import dev.payfleet.worker.stage.StageException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Reads what is sealed for a connection out of the embedded file, in whatever table it lies, without opening any
/// of it. Goes past the stores on purpose: it checks them.
final class SealedBlobs {
    private static final String TABLES = """
        SELECT m.name FROM sqlite_schema m
        WHERE m.type = 'table'
          AND EXISTS (SELECT 1 FROM pragma_table_info(m.name) WHERE name = 'sealed')
          AND EXISTS (SELECT 1 FROM pragma_table_info(m.name) WHERE name = 'connection_id')
        """;

    private final Path file;

    SealedBlobs(Path file) {
        this.file = file;
    }

    List<byte[]> of(ConnectionKey key) {
        return where("client_id = ? AND connection_id = ?", key);
    }

    List<byte[]> ofAllBut(ConnectionKey key) {
        return where("NOT (client_id = ? AND connection_id = ?)", key);
    }

    private List<byte[]> where(String condition, ConnectionKey key) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:file:" + file + "?mode=ro")) {
            List<byte[]> blobs = new ArrayList<>();
            for (String table : tables(connection)) {
                blobs.addAll(sealed(connection, table, condition, key));
            }
            return blobs;
        } catch (SQLException e) {
            throw new StageException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(TABLES);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    private static List<byte[]> sealed(Connection connection, String table, String condition, ConnectionKey key)
            throws SQLException {
        List<byte[]> blobs = new ArrayList<>();
        String select = "SELECT sealed FROM \"" + table + "\" WHERE " + condition;
        try (PreparedStatement query = connection.prepareStatement(select)) {
            query.setString(1, key.clientId());
            query.setString(2, key.connectionId());
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    blobs.add(rows.getBytes(1));
                }
            }
        }
        return blobs;
    }
}
