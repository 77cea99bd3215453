package dev.payfleet.session.embedded;

import dev.payfleet.session.ChallengeDesk;
import dev.payfleet.session.ConnectionKey;
import dev.payfleet.session.HandedIn;
import dev.payfleet.session.OpenChallenge;
import dev.payfleet.session.Sealer;
import dev.payfleet.session.Secret;
import dev.payfleet.sqlite.Sql;
import dev.payfleet.sqlite.SqliteFile;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

final class SqliteChallengeDesk implements ChallengeDesk {
    /// A way to answer is one word, so that they can lie in one column.
    private static final String BETWEEN_CHOICES = "\n";

    private final SqliteFile file;
    private final DepositedAnswers answers;

    SqliteChallengeDesk(SqliteFile file, Sealer sealer) {
        this.file = file;
        this.answers = new DepositedAnswers(file, sealer);
    }

    @Override
    public void open(ConnectionKey key, long fence, OpenChallenge challenge) {
        file.write(c -> {
            Fence.requireCurrent(c, key, fence);
            return Sql.update(
                    c,
                    "INSERT OR REPLACE INTO challenge (client_id, connection_id, id, kind, prompt, choices,"
                            + " expires_at, held_until, continuation) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    key.clientId(),
                    key.connectionId(),
                    challenge.id().toString(),
                    challenge.kind(),
                    challenge.prompt(),
                    String.join(BETWEEN_CHOICES, challenge.choices()),
                    challenge.expiresAt(),
                    challenge.heldUntil(),
                    challenge.continuation());
        });
    }

    @Override
    public Optional<OpenChallenge> find(ConnectionKey key) {
        return file.read(c -> find(c, key));
    }

    private static Optional<OpenChallenge> find(Connection c, ConnectionKey key) throws SQLException {
        return Sql.first(
                c,
                "SELECT id, kind, prompt, choices, expires_at, held_until, continuation FROM challenge"
                        + " WHERE client_id = ? AND connection_id = ?",
                SqliteChallengeDesk::challenge,
                key.clientId(),
                key.connectionId());
    }

    private static OpenChallenge challenge(ResultSet row) throws SQLException {
        String choices = row.getString("choices");
        return new OpenChallenge(
                UUID.fromString(row.getString("id")),
                row.getString("kind"),
                row.getString("prompt"),
                choices.isEmpty() ? List.of() : List.of(choices.split(BETWEEN_CHOICES, -1)),
                Sql.instant(row, "expires_at"),
                Sql.instant(row, "held_until"),
                row.getString("continuation"));
    }

    @Override
    public boolean hold(ConnectionKey key, UUID challenge, Instant heldUntil) {
        return file.write(c -> Sql.update(
                        c,
                        "UPDATE challenge SET held_until = ? WHERE client_id = ? AND connection_id = ? AND id = ?",
                        heldUntil,
                        key.clientId(),
                        key.connectionId(),
                        challenge.toString()))
                > 0;
    }

    @Override
    public void deposit(ConnectionKey key, UUID job, Secret answer, Instant now) {
        answers.deposit(key, job, answer, now);
    }

    @Override
    public boolean handIn(ConnectionKey key, UUID challenge, HandedIn wish) {
        return file.write(c -> {
            if (Wishes.verdict(c, key, challenge, wish.job()).isPresent()) {
                return true;
            }
            Optional<OpenChallenge> open =
                    find(c, key).filter(found -> found.id().equals(challenge));
            return open.isPresent() && Wishes.add(c, key, open.get(), wish);
        });
    }

    @Override
    public Optional<HandedIn> take(ConnectionKey key, UUID challenge) {
        // Asked again and again, so that it takes the lock only when there is something to take.
        Optional<HandedIn> waiting = file.read(c -> Wishes.waiting(c, key, challenge));
        return waiting.isEmpty() ? waiting : file.write(c -> Wishes.take(c, key, challenge));
    }

    @Override
    public Optional<Secret> answer(ConnectionKey key, UUID job) {
        return answers.take(key, job);
    }

    @Override
    public void tell(ConnectionKey key, UUID challenge, UUID job, String verdict, boolean ended) {
        file.write(c -> {
            int _ = Wishes.tell(c, key, challenge, job, verdict);
            return ended ? end(c, key, challenge) : 0;
        });
    }

    @Override
    public Optional<String> verdict(ConnectionKey key, UUID challenge, UUID job) {
        return file.read(c -> Wishes.verdict(c, key, challenge, job));
    }

    @Override
    public void end(ConnectionKey key, UUID challenge) {
        file.write(c -> end(c, key, challenge));
    }

    private static int end(Connection c, ConnectionKey key, UUID challenge) throws SQLException {
        return Sql.update(
                c,
                "DELETE FROM challenge WHERE client_id = ? AND connection_id = ? AND id = ?",
                key.clientId(),
                key.connectionId(),
                challenge.toString());
    }

    @Override
    public int sweep(Instant now) {
        Instant end = now.minus(AFTERLIFE);
        return file.write(c -> Sql.update(c, "DELETE FROM challenge WHERE expires_at <= ?", end)
                + Wishes.sweep(c, end)
                + DepositedAnswers.sweep(c, end));
    }

    /// How much [#wipe] would remove.
    static int count(Connection c, ConnectionKey key) throws SQLException {
        int count = 0;
        for (String table : List.of("challenge", "challenge_wish", "challenge_answer")) {
            count += Sql.first(
                            c,
                            "SELECT count(*) FROM " + table + " WHERE client_id = ? AND connection_id = ?",
                            row -> row.getInt(1),
                            key.clientId(),
                            key.connectionId())
                    .orElse(0);
        }
        return count;
    }

    static int wipe(Connection c, ConnectionKey key) throws SQLException {
        int challenges = Sql.update(
                c,
                "DELETE FROM challenge WHERE client_id = ? AND connection_id = ?",
                key.clientId(),
                key.connectionId());
        return challenges + Wishes.wipe(c, key) + DepositedAnswers.wipe(c, key);
    }
}
