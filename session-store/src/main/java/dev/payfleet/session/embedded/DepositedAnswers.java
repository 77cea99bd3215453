package dev.payfleet.session.embedded;

import dev.payfleet.session.ConnectionKey;
import dev.payfleet.session.Sealer;
import dev.payfleet.session.Secret;
import dev.payfleet.sqlite.Sql;
import dev.payfleet.sqlite.SqliteFile;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/// People's answers, each sealed for the job that brings it, so that it opens for no other.
record DepositedAnswers(SqliteFile file, Sealer sealer) {
    void deposit(ConnectionKey key, UUID job, Secret answer, Instant now) {
        byte[] sealed = sealed(key, job, answer);
        file.write(c -> {
            Fence.requireActive(c, key);
            return Sql.update(
                    c,
                    "INSERT OR REPLACE INTO challenge_answer (client_id, connection_id, job, sealed, deposited_at)"
                            + " VALUES (?, ?, ?, ?, ?)",
                    key.clientId(),
                    key.connectionId(),
                    job.toString(),
                    sealed,
                    now);
        });
    }

    private byte[] sealed(ConnectionKey key, UUID job, Secret answer) {
        byte[] plain = answer.bytes();
        try {
            return sealer.seal(key, purpose(job), plain);
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    private static String purpose(UUID job) {
        return "answer/" + job;
    }

    /// Deleted for good before it is opened: whoever asks later, or at the same time, gets nothing.
    Optional<Secret> take(ConnectionKey key, UUID job) {
        return file.write(c -> taken(c, key, job))
                .map(bytes -> Secret.takeOwnershipOf(sealer.open(key, purpose(job), bytes)));
    }

    private static Optional<byte[]> taken(Connection c, ConnectionKey key, UUID job) throws SQLException {
        return Sql.first(
                c,
                "DELETE FROM challenge_answer WHERE client_id = ? AND connection_id = ? AND job = ? RETURNING sealed",
                row -> row.getBytes("sealed"),
                key.clientId(),
                key.connectionId(),
                job.toString());
    }

    static int sweep(Connection c, Instant end) throws SQLException {
        return Sql.update(c, "DELETE FROM challenge_answer WHERE deposited_at <= ?", end);
    }

    static int wipe(Connection c, ConnectionKey key) throws SQLException {
        return Sql.update(
                c,
                "DELETE FROM challenge_answer WHERE client_id = ? AND connection_id = ?",
                key.clientId(),
                key.connectionId());
    }
}
