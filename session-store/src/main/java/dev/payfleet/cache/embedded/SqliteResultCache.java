package dev.payfleet.cache.embedded;

import dev.payfleet.cache.CachedResult;
import dev.payfleet.cache.ResultCache;
import dev.payfleet.cache.ResultKey;
import dev.payfleet.session.ConnectionKey;
import dev.payfleet.session.Sealer;
import dev.payfleet.sqlite.Sql;
import dev.payfleet.sqlite.SqliteFile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/// Each body is sealed under its own id, so that one result does not open in the place of another.
final class SqliteResultCache implements ResultCache {
    private final SqliteFile file;
    private final Sealer sealer;
    private final FenceCheck fence;

    SqliteResultCache(SqliteFile file, Sealer sealer, FenceCheck fence) {
        this.file = file;
        this.sealer = sealer;
        this.fence = fence;
    }

    @Override
    public Optional<CachedResult> find(ResultKey key, Instant now) {
        return findById(key.connection(), key.id(), now);
    }

    @Override
    public Optional<CachedResult> findById(ConnectionKey connection, String resultId, Instant now) {
        return file.read(c -> Sql.first(
                        c,
                        "SELECT sealed, records, partial, retrieved_at, expires_at, source FROM result"
                                + " WHERE client_id = ? AND connection_id = ? AND id = ? AND expires_at > ?",
                        row -> unopened(connection, resultId, row),
                        connection.clientId(),
                        connection.connectionId(),
                        resultId,
                        now))
                .map(Supplier::get);
    }

    /// To be opened after the read has ended, because that takes longer than the read.
    private Supplier<CachedResult> unopened(ConnectionKey connection, String id, ResultSet row) throws SQLException {
        byte[] sealed = row.getBytes("sealed");
        int records = row.getInt("records");
        boolean partial = row.getBoolean("partial");
        Instant retrievedAt = Sql.instant(row, "retrieved_at");
        Instant expiresAt = Sql.instant(row, "expires_at");
        String source = row.getString("source");
        return () -> new CachedResult(
                sealer.open(connection, purpose(id), sealed), records, partial, retrievedAt, expiresAt, source);
    }

    @Override
    public String put(ResultKey key, CachedResult result, long claim) {
        String id = key.id();
        byte[] sealed = sealer.seal(key.connection(), purpose(id), result.body());
        file.write(c -> {
            fence.requireCurrent(c, key.connection(), claim);
            return Sql.update(
                    c,
                    "INSERT INTO result (client_id, connection_id, id, sealed, records, partial, retrieved_at,"
                            + " expires_at, source) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
                            + " ON CONFLICT DO UPDATE SET sealed = excluded.sealed, records = excluded.records,"
                            + " partial = excluded.partial, retrieved_at = excluded.retrieved_at,"
                            + " expires_at = excluded.expires_at, source = excluded.source",
                    key.connection().clientId(),
                    key.connection().connectionId(),
                    id,
                    sealed,
                    result.records(),
                    result.partial() ? 1 : 0,
                    result.retrievedAt(),
                    result.expiresAt(),
                    result.source());
        });
        return id;
    }

    private static String purpose(String id) {
        return "result/" + id;
    }

    @Override
    public int sweep(Instant now) {
        return file.write(c -> Sql.update(c, "DELETE FROM result WHERE expires_at <= ?", now));
    }
}
