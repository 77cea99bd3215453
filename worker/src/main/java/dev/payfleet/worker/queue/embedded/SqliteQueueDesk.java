package dev.payfleet.worker.queue.embedded;

import static dev.payfleet.sqlite.Sql.all;
import static dev.payfleet.sqlite.Sql.first;
import static dev.payfleet.sqlite.Sql.update;

import dev.payfleet.sqlite.SqliteFile;
import dev.payfleet.worker.queue.DeadLetter;
import dev.payfleet.worker.queue.MessageBody;
import dev.payfleet.worker.queue.QueueDepths;
import dev.payfleet.worker.queue.QueueDesk;
import dev.payfleet.worker.queue.QueuedMessage;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// The desk of the queue in a SQLite file. Workers may be at work on the same file meanwhile, in any process.
public final class SqliteQueueDesk implements QueueDesk {

    private static final Duration LEAST_MEMORY = Duration.ofMinutes(5);

    private final SqliteFile file;
    private final InstantSource clock;

    private SqliteQueueDesk(SqliteFile file, InstantSource clock) {
        this.file = file;
        this.clock = clock;
    }

    /// Opens the desk of a file, which stays the caller's to close.
    public static SqliteQueueDesk open(SqliteFile file, InstantSource clock) {
        file.migrate(QueueTables.COMPONENT, QueueTables.STEPS);
        return new SqliteQueueDesk(file, clock);
    }

    @Override
    public QueueDepths depths() {
        long now = clock.millis();
        return file.read(c -> depths(c, now));
    }

    /// One statement, so that every count is of the same moment.
    private static QueueDepths depths(Connection c, long now) throws SQLException {
        return first(c, """
                        SELECT (SELECT count(*) FROM queue_message) AS queued,
                          (SELECT count(*) FROM queue_group g JOIN queue_message m
                             ON m.group_name = g.name AND m.seq BETWEEN g.head_seq AND g.last_seq
                             WHERE g.due_at > ?1 AND g.held = 1) AS in_flight,
                          (SELECT count(*) FROM queue_group WHERE due_at > ?1 AND held = 0)
                            + (SELECT count(*) FROM queue_message m WHERE m.due_at > ?1
                               AND NOT EXISTS (SELECT 1 FROM queue_group g
                                               WHERE g.name = m.group_name AND g.head_seq = m.seq)) AS delayed,
                          (SELECT count(*) FROM queue_dead) AS dead,
                          (SELECT sent_at FROM queue_message ORDER BY seq LIMIT 1) AS oldest""", row -> depths(row, now), now).orElseThrow();
    }

    private static QueueDepths depths(ResultSet row, long now) throws SQLException {
        long queued = row.getLong("queued");
        long inFlight = row.getLong("in_flight");
        long delayed = row.getLong("delayed");
        Optional<Duration> oldest = queued == 0
                ? Optional.empty()
                : Optional.of(Duration.ofMillis(Math.max(0, now - row.getLong("oldest"))));
        return new QueueDepths(queued - inFlight - delayed, inFlight, delayed, row.getLong("dead"), oldest);
    }

    @Override
    public List<DeadLetter> deadLetters(int max) {
        return file.read(
                c -> all(c, "SELECT * FROM queue_dead ORDER BY id DESC LIMIT ?", SqliteQueueDesk::deadLetter, max));
    }

    @Override
    public Optional<List<QueuedMessage>> waiting(String group) {
        long now = clock.millis();
        return Optional.of(file.read(c -> new Line(c, now).waiting(group)).stream()
                .map(message -> new QueuedMessage(Long.toString(message.seq()), message.content(), message.attempts()))
                .toList());
    }

    @Override
    public boolean cancel(String queuedMessageId) {
        long now = clock.millis();
        return file.write(c -> {
            Line line = new Line(c, now);
            Optional<Message> message = line.waiting(Long.parseLong(queuedMessageId));
            if (message.isPresent()) {
                line.withdraw(message.get());
            }
            return message.isPresent();
        });
    }

    @Override
    public List<DeadLetter> deadLettersOf(String group) {
        return file.read(c -> all(
                c, "SELECT * FROM queue_dead WHERE group_name = ? ORDER BY id", SqliteQueueDesk::deadLetter, group));
    }

    @Override
    public boolean discard(String deadLetterId) {
        long now = clock.millis();
        return file.write(c -> {
            Optional<String> id = first(
                    c,
                    "DELETE FROM queue_dead WHERE id = ? RETURNING deduplication_id",
                    row -> row.getString(1),
                    deadLetterId);
            if (id.isPresent()) {
                new Line(c, now).settle(id.get());
            }
            return id.isPresent();
        });
    }

    private static DeadLetter deadLetter(ResultSet row) throws SQLException {
        return new DeadLetter(
                Long.toString(row.getLong("id")),
                row.getString("group_name"),
                row.getString("deduplication_id"),
                MessageBody.of(row.getBytes("body")),
                row.getInt("attempts"),
                row.getString("reason"),
                Instant.ofEpochMilli(row.getLong("sent_at")),
                Instant.ofEpochMilli(row.getLong("died_at")));
    }

    @Override
    public boolean redrive(String deadLetterId) {
        long now = clock.millis();
        return file.write(c -> redrive(new Line(c, now), "SELECT * FROM queue_dead WHERE id = ?", deadLetterId)) == 1;
    }

    @Override
    public int redriveAll() {
        long now = clock.millis();
        return file.write(c -> redrive(new Line(c, now), "SELECT * FROM queue_dead ORDER BY id"));
    }

    private static int redrive(Line line, String which, Object... arguments) throws SQLException {
        List<DeadLetter> letters = all(line.c(), which, SqliteQueueDesk::deadLetter, arguments);
        for (DeadLetter letter : letters) {
            line.append(letter.group(), letter.deduplicationId(), letter.body().bytes(), line.now());
            update(line.c(), "DELETE FROM queue_dead WHERE id = ?", letter.id());
        }
        return letters.size();
    }

    @Override
    public int forget(Duration olderThan) {
        if (olderThan.compareTo(LEAST_MEMORY) < 0) {
            throw new IllegalArgumentException("olderThan: expected at least five minutes");
        }
        long before = clock.millis() - olderThan.toMillis();
        return file.write(c -> update(c, "DELETE FROM queue_seen WHERE settled_at < ?", before));
    }
}
