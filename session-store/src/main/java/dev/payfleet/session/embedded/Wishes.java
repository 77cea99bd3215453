package dev.payfleet.session.embedded;

import dev.payfleet.session.ConnectionKey;
import dev.payfleet.session.HandedIn;
import dev.payfleet.session.OpenChallenge;
import dev.payfleet.sqlite.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// What was handed in for challenges, each with its verdict once that is known, which outlives the challenge. All
/// of it inside a transaction.
final class Wishes {
    private static final String OF_CHALLENGE = " client_id = ? AND connection_id = ? AND challenge = ?";

    private Wishes() {}

    /// @return false when another job's waits for its verdict
    static boolean add(Connection c, ConnectionKey key, OpenChallenge challenge, HandedIn wish) throws SQLException {
        Optional<String> pending = Sql.first(
                c,
                "SELECT job FROM challenge_wish WHERE" + OF_CHALLENGE + " AND verdict IS NULL",
                row -> row.getString("job"),
                key.clientId(),
                key.connectionId(),
                challenge.id().toString());
        if (pending.isPresent()) {
            return pending.get().equals(wish.job().toString());
        }
        return Sql.update(
                        c,
                        "INSERT INTO challenge_wish (client_id, connection_id, challenge, job, wish, method, expires_at)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                        key.clientId(),
                        key.connectionId(),
                        challenge.id().toString(),
                        wish.job().toString(),
                        wish.wish().name(),
                        wish.method(),
                        challenge.expiresAt())
                == 1;
    }

    /// What would be taken; nothing of a challenge that has ended.
    static Optional<HandedIn> waiting(Connection c, ConnectionKey key, UUID challenge) throws SQLException {
        return Sql.first(
                c,
                "SELECT job, wish, method FROM challenge_wish JOIN challenge"
                        + " USING (client_id, connection_id) WHERE" + OF_CHALLENGE
                        + " AND id = challenge AND taken = 0 AND verdict IS NULL",
                Wishes::handedIn,
                key.clientId(),
                key.connectionId(),
                challenge.toString());
    }

    private static HandedIn handedIn(ResultSet row) throws SQLException {
        return new HandedIn(
                UUID.fromString(row.getString("job")),
                HandedIn.Wish.valueOf(row.getString("wish")),
                row.getString("method"));
    }

    static Optional<HandedIn> take(Connection c, ConnectionKey key, UUID challenge) throws SQLException {
        Optional<HandedIn> waiting = waiting(c, key, challenge);
        if (waiting.isPresent()) {
            Sql.update(
                    c,
                    "UPDATE challenge_wish SET taken = 1 WHERE" + OF_CHALLENGE + " AND job = ?",
                    key.clientId(),
                    key.connectionId(),
                    challenge.toString(),
                    waiting.get().job().toString());
        }
        return waiting;
    }

    static int tell(Connection c, ConnectionKey key, UUID challenge, UUID job, String verdict) throws SQLException {
        return Sql.update(
                c,
                "UPDATE challenge_wish SET verdict = ? WHERE" + OF_CHALLENGE + " AND job = ?",
                verdict,
                key.clientId(),
                key.connectionId(),
                challenge.toString(),
                job.toString());
    }

    static Optional<String> verdict(Connection c, ConnectionKey key, UUID challenge, UUID job) throws SQLException {
        return Sql.first(
                c,
                "SELECT verdict FROM challenge_wish WHERE" + OF_CHALLENGE + " AND job = ? AND verdict IS NOT NULL",
                row -> row.getString("verdict"),
                key.clientId(),
                key.connectionId(),
                challenge.toString(),
                job.toString());
    }

    static int sweep(Connection c, Instant end) throws SQLException {
        return Sql.update(c, "DELETE FROM challenge_wish WHERE expires_at <= ?", end);
    }

    static int wipe(Connection c, ConnectionKey key) throws SQLException {
        return Sql.update(
                c,
                "DELETE FROM challenge_wish WHERE client_id = ? AND connection_id = ?",
                key.clientId(),
                key.connectionId());
    }
}
