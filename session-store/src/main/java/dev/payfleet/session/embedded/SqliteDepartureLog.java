package dev.payfleet.session.embedded;

import dev.payfleet.session.ConnectionKey;
import dev.payfleet.session.DepartureLog;
import dev.payfleet.session.DepartureRecord;
import dev.payfleet.session.SignOutResult;
import dev.payfleet.sqlite.Sql;
import dev.payfleet.sqlite.SqliteFile;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// A row for each departure, and one for each kind that was wiped.
final class SqliteDepartureLog implements DepartureLog {
    private static final List<String> STEPS = List.of("""
            CREATE TABLE departure (
                client_id TEXT NOT NULL,
                connection_id TEXT NOT NULL,
                at INTEGER NOT NULL,
                sign_out TEXT NOT NULL,
                verified INTEGER NOT NULL,
                PRIMARY KEY (client_id, connection_id, at)
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX departure_by_age ON departure (at);

            CREATE TABLE departure_count (
                client_id TEXT NOT NULL,
                connection_id TEXT NOT NULL,
                at INTEGER NOT NULL,
                kind TEXT NOT NULL,
                wiped INTEGER NOT NULL,
                PRIMARY KEY (client_id, connection_id, at, kind),
                FOREIGN KEY (client_id, connection_id, at) REFERENCES departure ON DELETE CASCADE
            ) STRICT, WITHOUT ROWID;
            """);

    private final SqliteFile file;

    SqliteDepartureLog(SqliteFile file) {
        this.file = file;
    }

    static void migrate(SqliteFile file) {
        file.migrate("departure", STEPS);
    }

    @Override
    public void keep(DepartureRecord departure) {
        file.write(c -> {
            ConnectionKey key = departure.key();
            int rows = Sql.update(
                    c,
                    "INSERT INTO departure (client_id, connection_id, at, sign_out, verified) VALUES (?, ?, ?, ?, ?)"
                            + " ON CONFLICT DO UPDATE SET sign_out = excluded.sign_out, verified = excluded.verified",
                    key.clientId(),
                    key.connectionId(),
                    departure.at(),
                    departure.signOut().name(),
                    departure.verified() ? 1 : 0);
            for (Map.Entry<String, Integer> count : departure.wiped().entrySet()) {
                rows += Sql.update(
                        c,
                        "INSERT INTO departure_count (client_id, connection_id, at, kind, wiped) VALUES (?, ?, ?, ?, ?)"
                                + " ON CONFLICT DO UPDATE SET wiped = excluded.wiped",
                        key.clientId(),
                        key.connectionId(),
                        departure.at(),
                        count.getKey(),
                        count.getValue());
            }
            return rows;
        });
    }

    @Override
    public Optional<DepartureRecord> latest(ConnectionKey key) {
        return file.read(c -> {
            Optional<DepartureRecord> found = Sql.first(
                    c,
                    "SELECT at, sign_out, verified FROM departure WHERE client_id = ? AND connection_id = ?"
                            + " ORDER BY at DESC LIMIT 1",
                    row -> departure(key, row),
                    key.clientId(),
                    key.connectionId());
            return found.isEmpty() ? found : Optional.of(found.get().plus(counts(c, found.get())));
        });
    }

    private static DepartureRecord departure(ConnectionKey key, ResultSet row) throws SQLException {
        return new DepartureRecord(
                key,
                Sql.instant(row, "at"),
                new TreeMap<>(),
                SignOutResult.valueOf(row.getString("sign_out")),
                row.getBoolean("verified"));
    }

    private static Map<String, Integer> counts(Connection c, DepartureRecord departure) throws SQLException {
        List<Map.Entry<String, Integer>> counts = Sql.all(
                c,
                "SELECT kind, wiped FROM departure_count WHERE client_id = ? AND connection_id = ? AND at = ?",
                row -> Map.entry(row.getString("kind"), row.getInt("wiped")),
                departure.key().clientId(),
                departure.key().connectionId(),
                departure.at());
        return counts.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public int sweep(Instant now) {
        return file.write(c -> Sql.update(c, "DELETE FROM departure WHERE at < ?", now.minus(LIFE)));
    }
}
