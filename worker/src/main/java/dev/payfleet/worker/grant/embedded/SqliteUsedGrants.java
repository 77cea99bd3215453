package dev.payfleet.worker.grant.embedded;

import dev.payfleet.sqlite.Sql;
import dev.payfleet.sqlite.SqliteFile;
import dev.payfleet.worker.grant.OneTimeGrant;
import dev.payfleet.worker.grant.UsedGrants;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Used grants in a SQLite file.
public final class SqliteUsedGrants implements UsedGrants {
    private static final String COMPONENT = "grant";

    /// A step that was released is never changed. Times are microseconds since 1970.
    private static final List<String> STEPS = List.of("""
            CREATE TABLE used_grant (
              client_id TEXT NOT NULL,
              jti TEXT NOT NULL,
              job_id TEXT NOT NULL,
              until INTEGER NOT NULL,
              PRIMARY KEY (client_id, jti)
            ) STRICT, WITHOUT ROWID""", "CREATE INDEX used_grant_end ON used_grant (until)");

    private final SqliteFile file;
    private final InstantSource clock;

    private SqliteUsedGrants(SqliteFile file, InstantSource clock) {
        this.file = file;
        this.clock = clock;
    }

    /// Opens those of a file, which stays the caller's to close.
    public static SqliteUsedGrants open(SqliteFile file, InstantSource clock) {
        file.migrate(COMPONENT, STEPS);
        return new SqliteUsedGrants(file, clock);
    }

    @Override
    public boolean use(OneTimeGrant grant, UUID job) {
        return file.write(c -> {
            Optional<String> user = user(c, grant);
            if (user.isEmpty()) {
                Sql.update(
                        c,
                        "INSERT INTO used_grant (client_id, jti, job_id, until) VALUES (?, ?, ?, ?)"
                                + " ON CONFLICT DO UPDATE SET job_id = excluded.job_id, until = excluded.until",
                        grant.clientId(),
                        grant.id(),
                        job.toString(),
                        grant.until());
            }
            return user.isEmpty() || user.get().equals(job.toString());
        });
    }

    @Override
    public boolean mayUse(OneTimeGrant grant, UUID job) {
        Optional<String> user = file.read(c -> user(c, grant));
        return user.isEmpty() || user.get().equals(job.toString());
    }

    private Optional<String> user(Connection c, OneTimeGrant grant) throws SQLException {
        return Sql.first(
                c,
                "SELECT job_id FROM used_grant WHERE client_id = ? AND jti = ? AND until > ?",
                row -> row.getString(1),
                grant.clientId(),
                grant.id(),
                clock.instant());
    }

    @Override
    public int sweep(Instant now) {
        return file.write(c -> Sql.update(c, "DELETE FROM used_grant WHERE until <= ?", now));
    }
}
