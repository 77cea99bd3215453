package dev.payfleet.worker.queue.aws;

import static dev.payfleet.aws.Attributes.number;
import static dev.payfleet.aws.Attributes.text;

import dev.payfleet.aws.AwsCall;
import dev.payfleet.aws.AwsService;
import dev.payfleet.aws.Item;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/// The log as shards of numbered events. A shard's numbers have no gap that could still be filled: a number is
/// given in the same transaction that moves the shard's last number on, so a reader who has seen one has seen, or
/// can see, all before it, whatever the clocks say.
///
/// @param table in the deployment
/// @param count how many shards; 1 to 100, which is what one call can ask for
record OutcomeShards(DynamoDbClient client, String table, int count) {

    private static final String TAIL = "tail";

    /// The place of the last number.
    private static final long TAIL_PLACE = 0;

    int of(UUID jobId) {
        return Math.floorMod(jobId.hashCode(), count);
    }

    static String name(int shard) {
        return "%02d".formatted(shard);
    }

    /// The last number of a shard; zero when there is none.
    long tail(int shard) {
        return Item.of(AwsCall.answer(
                                AwsService.DYNAMODB,
                                "GetItem",
                                () -> client.getItem(get ->
                                        get.tableName(table).key(tailKey(shard)).consistentRead(true)))
                        .item())
                .map(item -> item.number(TAIL))
                .orElse(0L);
    }

    /// The last numbers of all shards.
    long[] tails() {
        long[] tails = new long[count];
        Map<String, KeysAndAttributes> asked = Map.of(
                table,
                KeysAndAttributes.builder()
                        .keys(IntStream.range(0, count)
                                .mapToObj(OutcomeShards::tailKey)
                                .toList())
                        .consistentRead(true)
                        .build());
        while (!asked.isEmpty()) {
            Map<String, KeysAndAttributes> now = asked;
            BatchGetItemResponse answer = AwsCall.answer(
                    AwsService.DYNAMODB, "BatchGetItem", () -> client.batchGetItem(batch -> batch.requestItems(now)));
            answer.responses().getOrDefault(table, List.of()).stream()
                    .map(Item::new)
                    .forEach(item -> tails[Integer.parseInt(item.text(OutcomeItem.SHARD))] = item.number(TAIL));
            asked = answer.unprocessedKeys();
        }
        return tails;
    }

    /// Part of a transaction: moves the last number on by one, if it is still the one that is known.
    TransactWriteItem advance(int shard, long tail) {
        Map<String, AttributeValue> values = new HashMap<>(Map.of(":next", number(tail + 1)));
        String condition = "attribute_not_exists(tail)";
        if (tail > 0) {
            condition = "tail = :tail";
            values.put(":tail", number(tail));
        }
        return TransactWriteItem.builder()
                .update(Update.builder()
                        .tableName(table)
                        .key(tailKey(shard))
                        .updateExpression("SET tail = :next")
                        .conditionExpression(condition)
                        .expressionAttributeValues(values)
                        .build())
                .build();
    }

    /// The events of a shard after a number, in order.
    List<OutcomeItem> after(int shard, long seq, int max) {
        QueryRequest request = QueryRequest.builder()
                .tableName(table)
                .keyConditionExpression("shard_name = :shard AND seq > :seq")
                .expressionAttributeValues(
                        Map.of(":shard", text(name(shard)), ":seq", number(Math.max(seq, TAIL_PLACE))))
                .consistentRead(true)
                .limit(max)
                .build();
        return AwsCall.answer(
                AwsService.DYNAMODB,
                "Query",
                () -> client.queryPaginator(request).items().stream()
                        .limit(max)
                        .map(Item::new)
                        .map(OutcomeItem::of)
                        .toList());
    }

    private static Map<String, AttributeValue> tailKey(int shard) {
        return OutcomeItem.logKey(name(shard), TAIL_PLACE);
    }
}
