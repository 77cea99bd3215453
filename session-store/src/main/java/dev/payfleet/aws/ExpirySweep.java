package dev.payfleet.aws;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

/// Deletes what has expired and DynamoDB has not deleted yet. That is DynamoDB's own task, so this is a second net:
/// it reads a bounded piece of the table each time and goes on from there the next time, however large the table
/// is. Any thread may call.
public final class ExpirySweep {
    /// A page is at most 1 MB, so that one sweep costs what a few hundred reads do.
    private static final int PAGES = 25;

    private final DynamoTable table;
    private final List<String> key;
    private final String time;
    private final Consumer<Item> deleted;
    private Map<String, AttributeValue> next = Map.of();

    /// @param key the names of the table's key attributes
    /// @param time the attribute that tells when an item ends, see [Item#instant]
    /// @param deleted told of every item that was deleted
    public ExpirySweep(DynamoTable table, List<String> key, String time, Consumer<Item> deleted) {
        this.table = table;
        this.key = List.copyOf(key);
        this.time = time;
        this.deleted = deleted;
    }

    /// Deletes what ended at this time or earlier.
    ///
    /// @return how many
    public synchronized int sweep(Instant end) {
        int swept = 0;
        for (int page = 0; page < PAGES; page++) {
            swept += sweepPage(end);
            if (next.isEmpty()) {
                break;
            }
        }
        return swept;
    }

    private int sweepPage(Instant end) {
        ScanResponse page = table.scan(scan -> scan.exclusiveStartKey(next.isEmpty() ? null : next)
                .filterExpression("#time <= :end")
                .expressionAttributeNames(Map.of("#time", time))
                .expressionAttributeValues(Map.of(":end", Attributes.instant(end))));
        int swept = 0;
        for (Map<String, AttributeValue> found : page.items()) {
            swept += delete(found, end) ? 1 : 0;
        }
        next = page.hasLastEvaluatedKey() ? page.lastEvaluatedKey() : Map.of();
        return swept;
    }

    /// Only as it was found: it may have been written anew since.
    private boolean delete(Map<String, AttributeValue> found, Instant end) {
        Map<String, AttributeValue> itemKey = new HashMap<>(found);
        itemKey.keySet().retainAll(key);
        return table.delete(
                        itemKey,
                        delete -> delete.conditionExpression("#time <= :end")
                                .expressionAttributeNames(Map.of("#time", time))
                                .expressionAttributeValues(Map.of(":end", Attributes.instant(end))))
                .map(item -> {
                    deleted.accept(item);
                    return true;
                })
                .orElse(false);
    }
}
