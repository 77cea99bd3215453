package dev.payfleet.session.embedded;

import dev.payfleet.session.Admission;
import dev.payfleet.session.Attempt;
import dev.payfleet.session.AttemptOutcome;
import dev.payfleet.session.ConnectionKey;
import dev.payfleet.session.Refusal;
import dev.payfleet.session.SignInLedger;
import dev.payfleet.session.SignInRule;
import dev.payfleet.sqlite.Sql;
import dev.payfleet.sqlite.SqliteFile;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

final class SqliteSignInLedger implements SignInLedger {
    private static final String COLUMNS = "id, fingerprint, begun_at, outcome, settled_at, challenged";

    private final SqliteFile file;

    SqliteSignInLedger(SqliteFile file) {
        this.file = file;
    }

    @Override
    public Admission begin(ConnectionKey key, String fingerprint, int lockOutThreshold, Instant now) {
        if (lockOutThreshold < 1) {
            throw new IllegalArgumentException("lockOutThreshold must be at least 1, was " + lockOutThreshold);
        }
        return file.write(c -> {
            Fence.requireActive(c, key);
            Optional<Refusal> refusal =
                    SignInRule.refusal(attempts(c, key), fingerprint, lockOutThreshold, now.minus(MEMORY));
            return refusal.isPresent()
                    ? new Admission.Refused(refusal.get())
                    : new Admission.Admitted(record(c, key, fingerprint, AttemptOutcome.UNKNOWN, now));
        });
    }

    private static long record(Connection c, ConnectionKey key, String fingerprint, AttemptOutcome outcome, Instant now)
            throws SQLException {
        return Sql.first(
                        c,
                        "INSERT INTO attempt (client_id, connection_id, fingerprint, begun_at, outcome)"
                                + " VALUES (?, ?, ?, ?, ?) RETURNING id",
                        row -> row.getLong(1),
                        key.clientId(),
                        key.connectionId(),
                        fingerprint,
                        now,
                        outcome.name())
                .orElseThrow();
    }

    @Override
    public void settle(ConnectionKey key, long attempt, AttemptOutcome outcome, Instant now) {
        file.write(c -> {
            AttemptOutcome known = Sql.first(
                            c,
                            "SELECT outcome FROM attempt WHERE id = ? AND client_id = ? AND connection_id = ?",
                            row -> AttemptOutcome.valueOf(row.getString(1)),
                            attempt,
                            key.clientId(),
                            key.connectionId())
                    .orElseThrow(() -> new IllegalStateException("there is no sign-in attempt " + attempt));
            if (known == outcome) {
                return 0;
            }
            if (!SignInRule.maySettle(known)) {
                throw new IllegalStateException(
                        "sign-in attempt " + attempt + " is settled as " + known + " and can't become " + outcome);
            }
            return Sql.update(
                    c,
                    "UPDATE attempt SET outcome = ?, settled_at = ?, challenged = challenged OR ? WHERE id = ?",
                    outcome.name(),
                    now,
                    outcome == AttemptOutcome.CHALLENGED ? 1 : 0,
                    attempt);
        });
    }

    @Override
    public void override(ConnectionKey key, Instant now) {
        long _ = file.write(c -> {
            Fence.requireActive(c, key);
            return record(c, key, Attempt.OF_NO_CREDENTIAL, AttemptOutcome.OVERRIDDEN, now);
        });
    }

    @Override
    public List<Attempt> attempts(ConnectionKey key) {
        return file.read(c -> attempts(c, key));
    }

    private static List<Attempt> attempts(Connection c, ConnectionKey key) throws SQLException {
        return Sql.all(
                c,
                "SELECT " + COLUMNS + " FROM attempt WHERE client_id = ? AND connection_id = ? ORDER BY id",
                SqliteSignInLedger::attempt,
                key.clientId(),
                key.connectionId());
    }

    private static Attempt attempt(ResultSet row) throws SQLException {
        return new Attempt(
                row.getLong("id"),
                row.getString("fingerprint"),
                Sql.instant(row, "begun_at"),
                AttemptOutcome.valueOf(row.getString("outcome")),
                Sql.instantOrNull(row, "settled_at"),
                row.getBoolean("challenged"));
    }

    @Override
    public int sweep(Instant now) {
        return file.write(c -> Sql.update(c, "DELETE FROM attempt WHERE begun_at < ?", now.minus(MEMORY)));
    }
}
