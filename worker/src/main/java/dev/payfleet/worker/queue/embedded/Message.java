package dev.payfleet.worker.queue.embedded;

import dev.payfleet.worker.queue.Delivery;
import dev.payfleet.worker.queue.MessageBody;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/// A row of `queue_message`.
record Message(long seq, String group, String deduplicationId, int attempts, long sentAt, MessageBody content) {

    static Message read(ResultSet row) throws SQLException {
        return new Message(
                row.getLong("seq"),
                row.getString("group_name"),
                row.getString("deduplication_id"),
                row.getInt("attempts"),
                row.getLong("sent_at"),
                MessageBody.of(row.getBytes("body")));
    }

    byte[] body() {
        return content.bytes();
    }

    Delivery delivery(Claim claim) {
        return new Delivery(claim.receipt(), group, content, claim.attempt(), Instant.ofEpochMilli(sentAt));
    }
}
