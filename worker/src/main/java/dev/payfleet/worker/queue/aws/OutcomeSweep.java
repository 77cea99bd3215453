package dev.payfleet.worker.queue.aws;

import static dev.payfleet.aws.Attributes.number;

import dev.payfleet.aws.AwsCall;
import dev.payfleet.aws.AwsService;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/// Deletes old events, from the beginning of each shard up to the first that is young enough. Where DynamoDB
/// deletes by itself there is next to nothing to do, and it costs one short query for each shard.
record OutcomeSweep(DynamoDbClient client, String outcomes, OutcomeShards shards) {

    private static final int BATCH = 100;

    /// @return how many were deleted
    int run(Instant before) {
        int deleted = 0;
        for (int shard = 0; shard < shards.count(); shard++) {
            List<OutcomeItem> old = oldest(shard, before);
            while (!old.isEmpty()) {
                old.forEach(this::delete);
                deleted += old.size();
                old = oldest(shard, before);
            }
        }
        return deleted;
    }

    private List<OutcomeItem> oldest(int shard, Instant before) {
        return shards.after(shard, 0, BATCH).stream()
                .takeWhile(item -> item.outcome().publishedAt().isBefore(before))
                .toList();
    }

    /// In the log last: there it is found again if this ends in between.
    private void delete(OutcomeItem item) {
        deleteOfJob(item);
        deleteItem(shards.table(), item.logKey(), item.seq());
    }

    private void deleteOfJob(OutcomeItem item) {
        deleteItem(outcomes, item.jobKey(), item.seq());
    }

    /// Deletes the item, unless another event has taken its place.
    private void deleteItem(String table, Map<String, AttributeValue> key, long seq) {
        try {
            AwsCall.answer(
                    AwsService.DYNAMODB,
                    "DeleteItem",
                    () -> client.deleteItem(delete -> delete.tableName(table)
                            .key(key)
                            .conditionExpression("attribute_not_exists(seq) OR seq = :seq")
                            .expressionAttributeValues(Map.of(":seq", number(seq)))));
        } catch (ConditionalCheckFailedException taken) {
            return;
        }
    }
}
