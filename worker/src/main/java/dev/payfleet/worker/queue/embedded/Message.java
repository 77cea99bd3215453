package dev.payfleet.worker.queue.embedded;

import dev.payfleet.worker.queue.Delivery;
import dev.payfleet.worker.queue.MessageBody;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/// A row of `queue_message`.
///
/// @param attempts how often it was received
/// @param untried how many of these times it was given back because of another before it
record Message(
        long seq,
        String group,
        String deduplicationId,
        int attempts,
        int untried,
        long dueAt,
        long sentAt,
        MessageBody content) {

    /// What [#read] needs, of a table that goes by the name of `m`.
    static final String COLUMNS =
            "m.seq, m.group_name, m.deduplication_id, m.attempts, m.untried, m.due_at, m.sent_at, m.body";

    static Message read(ResultSet row) throws SQLException {
        return new Message(
                row.getLong("seq"),
                row.getString("group_name"),
                row.getString("deduplication_id"),
                row.getInt("attempts"),
                row.getInt("untried"),
                row.getLong("due_at"),
                row.getLong("sent_at"),
                MessageBody.of(row.getBytes("body")));
    }

    byte[] body() {
        return content.bytes();
    }

    /// How often it was worked on, or might have been.
    int tries() {
        return attempts - untried;
    }

    /// The message as it is given out, by the claim that follows this state of it.
    Delivery delivery(Claim claim) {
        return new Delivery(claim.receipt(), group, content, claim.attempt() - untried, Instant.ofEpochMilli(sentAt));
    }
}
