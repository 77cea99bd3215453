package dev.payfleet.worker.queue.embedded;

import static dev.payfleet.sqlite.Sql.all;
import static dev.payfleet.sqlite.Sql.first;
import static dev.payfleet.sqlite.Sql.update;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
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
            SELECT %s FROM queue_group g CROSS JOIN queue_message m ON m.seq = g.head_seq
            WHERE g.due_at <= ? ORDER BY g.due_at, g.head_seq LIMIT ?""".formatted(Message.COLUMNS);

    private static final String BEHIND = """
            SELECT %s FROM queue_message m WHERE m.group_name = ? AND m.seq > ?
            ORDER BY m.seq LIMIT ?""".formatted(Message.COLUMNS);

    private static final String HELD = """
            SELECT %s FROM queue_message m JOIN queue_group g ON g.name = m.group_name
            WHERE m.seq = ? AND m.attempts = ? AND m.seq BETWEEN g.head_seq AND g.last_seq
            AND g.held = 1 AND g.due_at > ?""".formatted(Message.COLUMNS);

    /// What nobody works on: all but the turn that is held.
    private static final String WAITING = """
            SELECT %s FROM queue_message m
            WHERE NOT EXISTS (SELECT 1 FROM queue_group g WHERE g.name = m.group_name
              AND m.seq BETWEEN g.head_seq AND g.last_seq AND g.held = 1 AND g.due_at > ?)""".formatted(Message.COLUMNS);

    /// Whether anything can be taken.
    boolean anyDue() throws SQLException {
        return first(c, "SELECT 1 FROM queue_group WHERE due_at <= ? LIMIT 1", row -> row.getInt(1), now)
                .isPresent();
    }

    /// The heads of the groups that have waited longest.
    List<Message> due(int max) throws SQLException {
        return all(c, DUE, Message::read, now, max);
    }

    /// The messages right behind a head that may be given out now, in order, up to the first that may not.
    ///
    /// @param tries a message that was tried this often may not
    List<Message> behind(Message head, int max, int tries) throws SQLException {
        return all(c, BEHIND, Message::read, head.group(), head.seq(), max).stream()
                .takeWhile(message -> message.dueAt() <= now && message.tries() < tries)
                .toList();
    }

    /// The message that this claim holds; empty when it holds it no longer.
    Optional<Message> held(Claim claim) throws SQLException {
        return first(c, HELD, Message::read, claim.seq(), claim.attempt(), now);
    }

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

    /// Gives the first messages of a group away until a time. Their claims are good until then.
    ///
    /// @param turn the head, and what is right behind it
    List<Claim> hold(List<Message> turn, long until) throws SQLException {
        List<Claim> claims = new ArrayList<>();
        for (Message message : turn) {
            update(c, "UPDATE queue_message SET attempts = attempts + 1 WHERE seq = ?", message.seq());
            claims.add(new Claim(message.seq(), message.attempts() + 1));
        }
        Message last = turn.getLast();
        update(
                c,
                "UPDATE queue_group SET due_at = ?, held = 1, last_seq = ? WHERE name = ?",
                until,
                last.seq(),
                last.group());
        return claims;
    }

    /// Holds on to a message for longer, and to its turn.
    void extend(Message message, long until) throws SQLException {
        update(c, "UPDATE queue_group SET due_at = max(due_at, ?) WHERE name = ?", until, message.group());
    }

    /// Takes a message back to its place, due at a time. Whatever of its turn is behind it goes back untried.
    void release(Message message, long dueAt) throws SQLException {
        update(c, """
                UPDATE queue_message SET untried = untried + 1 WHERE group_name = ? AND seq > ?
                AND seq <= (SELECT last_seq FROM queue_group WHERE name = ?)""", message.group(), message.seq(), message.group());
        update(c, "UPDATE queue_message SET due_at = ? WHERE seq = ?", dueAt, message.seq());
        update(c, """
                UPDATE queue_group SET last_seq = ?1 - 1, held = head_seq <> ?1,
                  due_at = CASE head_seq WHEN ?1 THEN ?2 ELSE due_at END
                WHERE name = ?3""", message.seq(), dueAt, message.group());
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
                message.tries(),
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

    private void leave(Message message) throws SQLException {
        update(c, "DELETE FROM queue_message WHERE seq = ?", message.seq());
        advance(message.group());
    }

    /// Makes the oldest message the head. Where it is held as well, its turn goes on. Otherwise it is due now at the
    /// earliest, so that a group which was just served stands behind those that wait.
    void advance(String group) throws SQLException {
        int advanced = update(c, """
                UPDATE queue_group SET head_seq = next.seq,
                  held = (held AND queue_group.due_at > ?1 AND next.seq <= last_seq),
                  due_at = CASE WHEN held AND queue_group.due_at > ?1 AND next.seq <= last_seq
                           THEN queue_group.due_at ELSE max(next.due_at, ?1) END
                FROM (SELECT seq, due_at FROM queue_message WHERE group_name = ?2 ORDER BY seq LIMIT 1) AS next
                WHERE name = ?2""", now, group);
        if (advanced == 0) {
            update(c, "DELETE FROM queue_group WHERE name = ?", group);
        }
    }
}
