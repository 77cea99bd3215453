package dev.payfleet.session.embedded;

import dev.payfleet.sqlite.Sql;
import dev.payfleet.sqlite.SqliteFile;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The keys that a database knows by their ids, which bind it to its key file: the file must hold every one that
/// something may still be sealed under.
///
/// A key is open, then closed, when the database takes nothing more that is sealed under it, then retired, when
/// nothing is.
record KeyRegister(SqliteFile file) {
    private static final List<String> STEPS = List.of("""
            CREATE TABLE sealing_key (
                id TEXT PRIMARY KEY,
                since INTEGER,
                closed_at INTEGER,
                retired_at INTEGER
            ) STRICT;
            INSERT INTO sealing_key (id) SELECT id FROM key_file;
            DROP TABLE key_file;

            CREATE TABLE hashing_key (
                only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
                sealed BLOB NOT NULL
            ) STRICT;
            """);

    /// @param since when it began to seal, if that was written down
    record Known(String id, @Nullable Instant since, boolean open, boolean retired) {}

    /// After the tables that it looks after.
    void migrate() {
        file.migrate("keys", STEPS);
    }

    /// The first to open the database binds it to its keys; from then on every other file is refused.
    ///
    /// @throws KeyFileException when the file lacks a key of the database's; nothing is changed then
    void bind(KeyFile keys, Instant now) {
        Optional<String> missing = file.write(c -> {
            Optional<String> lacks = missing(known(c), keys);
            if (lacks.isEmpty()) {
                for (String id : keys.ids()) {
                    open(c, id, now);
                }
                Sql.update(
                        c,
                        "UPDATE sealing_key SET closed_at = NULL, retired_at = NULL"
                                + " WHERE id = ? AND closed_at IS NOT NULL",
                        keys.id());
                ClosedKeys.refuse(c);
            }
            return lacks;
        });
        if (missing.isPresent()) {
            throw new KeyFileException(
                    keys.path(),
                    "(id " + keys.id() + ") does not match the database " + file.path()
                            + ", which was sealed with key " + missing.get()
                            + ": restore that key file, or move the database away to start with an empty one");
        }
    }

    private static void open(Connection c, String id, Instant now) throws SQLException {
        Sql.update(c, "INSERT OR IGNORE INTO sealing_key (id, since) VALUES (?, ?)", id, now);
    }

    private static Optional<String> missing(List<Known> known, KeyFile keys) {
        return known.stream()
                .filter(key -> !key.retired())
                .map(Known::id)
                .filter(id -> !keys.ids().contains(id))
                .findFirst();
    }

    /// Whether a file may take the place of the one that the database was opened with: it lacks none of its keys,
    /// and seals under one that the database takes.
    boolean accepts(KeyFile keys) {
        List<Known> known = known();
        return missing(known, keys).isEmpty()
                && known.stream().anyMatch(key -> key.open() && key.id().equals(keys.id()));
    }

    /// All of them, the oldest first.
    List<Known> known() {
        return file.read(KeyRegister::known);
    }

    private static List<Known> known(Connection c) throws SQLException {
        return Sql.all(
                c,
                "SELECT id, since, closed_at, retired_at FROM sealing_key ORDER BY since NULLS FIRST, rowid",
                row -> new Known(
                        row.getString("id"),
                        Sql.instantOrNull(row, "since"),
                        Sql.instantOrNull(row, "closed_at") == null,
                        Sql.instantOrNull(row, "retired_at") != null));
    }

    /// From now on a key is one of the database's.
    void add(String id, Instant now) {
        file.write(c -> {
            open(c, id, now);
            return true;
        });
    }

    /// The keys beside this one that something may be sealed under.
    Set<String> former(String id) {
        return known().stream()
                .filter(key -> !key.retired())
                .map(Known::id)
                .filter(other -> !other.equals(id))
                .collect(Collectors.toUnmodifiableSet());
    }

    /// From now on the database takes nothing that is sealed under one of these.
    void close(Set<String> ids, Instant now) {
        each(ids, "UPDATE sealing_key SET closed_at = ? WHERE id = ? AND closed_at IS NULL", now);
    }

    /// Nothing is sealed under one of these anymore, and the key file need not have them.
    void retire(Set<String> ids, Instant now) {
        each(ids, "UPDATE sealing_key SET retired_at = ? WHERE id = ?", now);
    }

    private void each(Set<String> ids, String change, Instant now) {
        file.write(c -> {
            for (String id : ids) {
                Sql.update(c, change, now, id);
            }
            return true;
        });
    }
}
