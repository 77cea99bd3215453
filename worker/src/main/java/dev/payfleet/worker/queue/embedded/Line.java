package dev.payfleet.worker.queue.embedded;

import static dev.payfleet.sqlite.Sql.all;
import static dev.payfleet.sqlite.Sql.first;
import static dev.payfleet.sqlite.Sql.update;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/// The messages of all groups, standing in line: within one transaction, at one moment.
///
/// @param c the connection of the transaction
/// @param now the moment, in milliseconds since 1970
record Line(Connection c, long now) {

    /// CROSS JOIN keeps SQLite from starting with the messages: the order of the groups is the order of the
    /// answer.
    static final String DUE = """
            SELECT m.seq, m.group_name, m.deduplication_id, m.attempts, m.sent_at, m.body
            FROM queue_group g CROSS JOIN queue_message m ON m.seq = g.head_seq
            WHERE g.due_at <= ? ORDER BY g.due_at, g.head_seq LIMIT ?""";

    /// Whether anything can be taken.
    boolean anyDue() throws SQLException {
        return first(c, "SELECT 1 FROM queue_group WHERE due_at <= ? LIMIT 1", row -> row.getInt(1), now)
                .isPresent();
    }

    /// The heads of the groups that have waited longest.
    List<Message> due(int max) throws SQLException {
        return all(c, DUE, Message::read, now, max);
    }

    /// The message that this claim holds; empty when it holds it no longer.
    Optional<Message> held(Claim claim) throws SQLException {
        return first(c, """
                SELECT m.seq, m.group_name, m.deduplication_id, m.attempts, m.sent_at, m.body
                FROM queue_message m JOIN queue_group g ON g.name = m.group_name
                WHERE m.seq = ? AND m.attempts = ? AND g.head_seq = m.seq AND g.held = 1 AND g.due_at > ?""", Message::read, claim.seq(), claim.attempt(), now);
    }

    /// What nobody works on: the head of its group unless it is held, and all behind it.
    private static final String WAITING = """
            SELECT m.seq, m.group_name, m.deduplication_id, m.attempts, m.sent_at, m.body FROM queue_message m
            WHERE NOT EXISTS (SELECT 1 FROM queue_group g WHERE g.name = m.group_name AND g.head_seq = m.seq
              AND g.held = 1 AND g.due_at > ?)""";

    /// The messages of a group that nobody works on, in their order.
    List<Message> waiting(String group) throws SQLException {
        return all(c, WAITING + " AND m.group_name = ? ORDER BY m.seq", Message::read, now, group);
    }

    /// The message, unless somebody works on it.
    Optional<Message> waiting(long seq) throws SQLException {
        return first(c, WAITING + " AND m.seq = ?", Message::read, now, seq);
    }

    /// Takes a waiting message out, wherever it stands. Its deduplication id stays taken for a while.
    void withdraw(Message message) throws SQLException {
        boolean head = first(c, "SELECT 1 FROM queue_group WHERE head_seq = ?", row -> row.getInt(1), message.seq())
                .isPresent();
        update(c, "DELETE FROM queue_message WHERE seq = ?", message.seq());
        if (head) {
            advance(message.group());
        }
        settle(message.deduplicationId());
    }

    /// Puts a message at the end of its group.
    void append(String group, String deduplicationId, byte[] body, long dueAt) throws SQLException {
        long seq = first(c, """
                        INSERT INTO queue_message (group_name, deduplication_id, attempts, due_at, sent_at, body)
                        VALUES (?, ?, 0, ?, ?, ?) RETURNING seq""", row -> row.getLong(1), group, deduplicationId, dueAt, now, body)
                .orElseThrow();
        update(
                c,
                "INSERT INTO queue_group (name, head_seq, due_at, held) VALUES (?, ?, ?, 0) ON CONFLICT DO NOTHING",
                group,
                seq,
                dueAt);
    }

    /// Gives the head of its group away until a time. The claim is good until then.
    Claim hold(Message message, long until) throws SQLException {
        update(c, "UPDATE queue_message SET attempts = attempts + 1 WHERE seq = ?", message.seq());
        postpone(message, until, 1);
        return new Claim(message.seq(), message.attempts() + 1);
    }

    /// Holds on to a message for longer.
    void extend(Message message, long until) throws SQLException {
        postpone(message, until, 1);
    }

    /// Takes a message back to the head of its group, due at a time.
    void release(Message message, long dueAt) throws SQLException {
        postpone(message, dueAt, 0);
    }

    /// Ends a message that was worked on.
    void remove(Message message) throws SQLException {
        leave(message);
        settle(message.deduplicationId());
    }

    /// Sets a message aside. Its deduplication id stays taken.
    void bury(Message message, String reason) throws SQLException {
        update(
                c,
                """
                INSERT INTO queue_dead (group_name, deduplication_id, attempts, reason, sent_at, died_at, body)
                VALUES (?, ?, ?, ?, ?, ?, ?)""",
                message.group(),
                message.deduplicationId(),
                message.attempts(),
                reason,
                message.sentAt(),
                now,
                message.body());
        leave(message);
    }

    /// Takes a deduplication id; false when it was taken before.
    boolean firstSeen(String deduplicationId) throws SQLException {
        return update(c, "INSERT INTO queue_seen (deduplication_id) VALUES (?) ON CONFLICT DO NOTHING", deduplicationId)
                == 1;
    }

    /// From now on a deduplication id grows old.
    void settle(String deduplicationId) throws SQLException {
        update(c, "UPDATE queue_seen SET settled_at = ? WHERE deduplication_id = ?", now, deduplicationId);
    }

    private void postpone(Message message, long dueAt, int held) throws SQLException {
        update(c, "UPDATE queue_group SET due_at = ?, held = ? WHERE name = ?", dueAt, held, message.group());
    }

    private void leave(Message message) throws SQLException {
        update(c, "DELETE FROM queue_message WHERE seq = ?", message.seq());
        advance(message.group());
    }

    /// Makes the oldest message the head. It is due now at the earliest, so that a group which was just served
    /// stands behind those that wait.
    void advance(String group) throws SQLException {
        int advanced = update(c, """
                UPDATE queue_group SET head_seq = next.seq, due_at = max(next.due_at, ?), held = 0
                FROM (SELECT seq, due_at FROM queue_message WHERE group_name = ? ORDER BY seq LIMIT 1) AS next
                WHERE name = ?""", now, group, group);
        if (advanced == 0) {
            update(c, "DELETE FROM queue_group WHERE name = ?", group);
        }
    }
}
