package dev.payfleet.session.aws;

import dev.payfleet.aws.Attributes;
import dev.payfleet.aws.Transaction;
import dev.payfleet.cache.aws.FencedWrite;
import dev.payfleet.session.ConnectionKey;
import dev.payfleet.session.DisconnectedException;
import dev.payfleet.session.StaleFenceException;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// Lets only the holder of the latest claim write: the head's fence is a condition of the same transaction.
record Fence(Heads heads) implements FencedWrite {
    /// A claim whose answer was lost is made again: numbers may be left out, never given twice.
    long claim(ConnectionKey key) {
        return heads.update(
                        key,
                        update -> update.updateExpression("SET fence = fence + :one")
                                .conditionExpression(Heads.ACTIVE)
                                .expressionAttributeValues(Map.of(":one", Attributes.number(1)))
                                .returnValues(ReturnValue.UPDATED_NEW))
                .orElseThrow(() -> new DisconnectedException(key))
                .number(Heads.FENCE);
    }

    @Override
    public void write(ConnectionKey key, long fence, TransactWriteItem write) {
        if (!Transaction.write(heads.table().client(), List.of(current(key, fence), write))
                .isEmpty()) {
            throw new StaleFenceException(key, fence, heads.active(key).number(Heads.FENCE));
        }
    }

    private TransactWriteItem current(ConnectionKey key, long fence) {
        return TransactWriteItem.builder()
                .conditionCheck(heads.table()
                        .check(Heads.key(key))
                        .conditionExpression(Heads.ACTIVE + " AND fence = :fence")
                        .expressionAttributeValues(Map.of(":fence", Attributes.number(fence)))
                        .build())
                .build();
    }
}
