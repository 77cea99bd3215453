package dev.payfleet.session.aws;

import dev.payfleet.aws.Attributes;
import dev.payfleet.aws.Transaction;
import dev.payfleet.cache.aws.FencedWrite;
import dev.payfleet.session.ConnectionKey;
import dev.payfleet.session.DisconnectedException;
import dev.payfleet.session.StaleFenceException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/// Lets only the holder of the latest claim write: the head's fence is a condition of the same transaction.
record Fence(Heads heads) implements FencedWrite {
    private static final String CURRENT = Heads.ACTIVE + " AND fence = :fence";

    /// As [#claim], and notes the use in the same write.
    long claimForUse(ConnectionKey key, Instant now) {
        return claim(
                key,
                "SET fence = fence + :one, used_at = :now",
                Map.of(":one", Attributes.number(1), ":now", Attributes.instant(now)));
    }

    /// A claim whose answer was lost is made again: numbers may be left out, never given twice.
    long claim(ConnectionKey key) {
        return claim(key, "SET fence = fence + :one", Map.of(":one", Attributes.number(1)));
    }

    private long claim(ConnectionKey key, String change, Map<String, AttributeValue> values) {
        return heads.update(
                        key,
                        update -> update.updateExpression(change)
                                .conditionExpression(Heads.ACTIVE)
                                .expressionAttributeValues(values)
                                .returnValues(ReturnValue.UPDATED_NEW))
                .orElseThrow(() -> new DisconnectedException(key))
                .number(Heads.FENCE);
    }

    @Override
    public void write(ConnectionKey key, long fence, TransactWriteItem write) {
        write(key, fence, current(key, fence), write);
    }

    /// As [#write], and notes in the head until when the session is. A change of the head costs what the mere look
    /// at it does.
    void writeSession(ConnectionKey key, long fence, Instant until, TransactWriteItem write) {
        TransactWriteItem head = head(
                key,
                update -> update.updateExpression("SET session_until = :until")
                        .conditionExpression(CURRENT)
                        .expressionAttributeValues(
                                Map.of(":fence", Attributes.number(fence), ":until", Attributes.instant(until))));
        write(key, fence, head, write);
    }

    /// As [#writeSession], for a session that goes.
    void removeSession(ConnectionKey key, long fence, TransactWriteItem write) {
        TransactWriteItem head = head(
                key,
                update -> update.updateExpression("REMOVE session_until")
                        .conditionExpression(CURRENT)
                        .expressionAttributeValues(Map.of(":fence", Attributes.number(fence))));
        write(key, fence, head, write);
    }

    private void write(ConnectionKey key, long fence, TransactWriteItem head, TransactWriteItem write) {
        if (!Transaction.write(heads.table().client(), List.of(head, write)).isEmpty()) {
            throw new StaleFenceException(key, fence, heads.active(key).number(Heads.FENCE));
        }
    }

    private TransactWriteItem head(ConnectionKey key, Consumer<Update.Builder> change) {
        return TransactWriteItem.builder()
                .update(update -> {
                    update.tableName(heads.table().name()).key(Heads.key(key));
                    change.accept(update);
                })
                .build();
    }

    private TransactWriteItem current(ConnectionKey key, long fence) {
        return TransactWriteItem.builder()
                .conditionCheck(heads.table()
                        .check(Heads.key(key))
                        .conditionExpression(CURRENT)
                        .expressionAttributeValues(Map.of(":fence", Attributes.number(fence)))
                        .build())
                .build();
    }
}
