package dev.payfleet.worker.queue.embedded;

import static dev.payfleet.sqlite.Sql.all;
import static dev.payfleet.sqlite.Sql.first;
import static dev.payfleet.sqlite.Sql.update;

import dev.payfleet.sqlite.SqliteFile;
import dev.payfleet.worker.queue.LoggedOutcome;
import dev.payfleet.worker.queue.MessageBody;
import dev.payfleet.worker.queue.OutcomeCursor;
import dev.payfleet.worker.queue.OutcomeLog;
import dev.payfleet.worker.queue.OutcomePage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The outcome log in a SQLite file. SQLite writes one transaction after the other, so cursors grow in the order in
/// which events become visible, and a reader who remembers the last one misses none.
public final class SqliteOutcomeLog implements OutcomeLog {

    private final SqliteFile file;
    private final InstantSource clock;
    private final Bell bell = new Bell();

    private SqliteOutcomeLog(SqliteFile file, InstantSource clock) {
        this.file = file;
        this.clock = clock;
    }

    /// Opens the log of a file, which stays the caller's to close.
    public static SqliteOutcomeLog open(SqliteFile file, InstantSource clock) {
        file.migrate(OutcomeTables.COMPONENT, OutcomeTables.STEPS);
        return new SqliteOutcomeLog(file, clock);
    }

    @Override
    public boolean publish(UUID jobId, boolean terminal, MessageBody event) {
        String job = jobId.toString();
        long now = clock.millis();
        int kept = file.write(c -> update(c, """
                INSERT INTO outcome_event (job_id, terminal, published_at, event) SELECT ?, ?, ?, ?
                WHERE NOT EXISTS (SELECT 1 FROM outcome_event WHERE job_id = ? AND terminal = 1)""", job, terminal ? 1 : 0, now, event.bytes(), job));
        bell.ring();
        return kept == 1;
    }

    @Override
    public Optional<MessageBody> terminal(UUID jobId) {
        return file.read(c -> first(
                c,
                "SELECT event FROM outcome_event WHERE job_id = ? AND terminal = 1",
                row -> MessageBody.of(row.getBytes("event")),
                jobId.toString()));
    }

    @Override
    public boolean reopen(UUID jobId) {
        return file.write(c -> update(
                        c, "UPDATE outcome_event SET terminal = 0 WHERE job_id = ? AND terminal = 1", jobId.toString()))
                == 1;
    }

    @Override
    public List<LoggedOutcome> of(UUID jobId) {
        return file.read(c -> all(
                c,
                "SELECT * FROM outcome_event WHERE job_id = ? ORDER BY cursor",
                SqliteOutcomeLog::logged,
                jobId.toString()));
    }

    @Override
    public OutcomePage since(OutcomeCursor after, int max, Duration wait) throws InterruptedException {
        long cursor = after.equals(OutcomeCursor.START) ? 0 : Long.parseLong(after.value());
        List<Row> rows = bell.await(
                wait,
                () -> file.read(c -> all(
                        c,
                        "SELECT * FROM outcome_event WHERE cursor > ? ORDER BY cursor LIMIT ?",
                        row -> new Row(row.getLong("cursor"), logged(row)),
                        cursor,
                        max)));
        OutcomeCursor next = rows.isEmpty()
                ? after
                : new OutcomeCursor(Long.toString(rows.getLast().cursor()));
        return new OutcomePage(rows.stream().map(Row::event).toList(), next);
    }

    private record Row(long cursor, LoggedOutcome event) {}

    private static LoggedOutcome logged(ResultSet row) throws SQLException {
        return new LoggedOutcome(
                UUID.fromString(row.getString("job_id")),
                row.getInt("terminal") == 1,
                MessageBody.of(row.getBytes("event")),
                Instant.ofEpochMilli(row.getLong("published_at")));
    }

    @Override
    public int sweep(Duration olderThan) {
        long before = clock.millis() - olderThan.toMillis();
        return file.write(c -> update(c, "DELETE FROM outcome_event WHERE published_at < ?", before));
    }

    @Override
    public void close() {
        bell.close();
    }
}
