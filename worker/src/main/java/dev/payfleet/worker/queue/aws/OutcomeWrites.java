package dev.payfleet.worker.queue.aws;

import static dev.payfleet.aws.Attributes.flag;
import static dev.payfleet.aws.Attributes.number;
import static dev.payfleet.aws.Attributes.text;

import dev.payfleet.aws.Transaction;
import dev.payfleet.worker.queue.LoggedOutcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionCheck;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/// Writes events. Remembers the last number of each shard as this process knows it, which is right most of the time
/// and spares a read; when it was wrong, the write does not happen and the number is read.
final class OutcomeWrites {

    private static final long UNKNOWN = -1;
    private static final String UNANSWERED = "attribute_not_exists(job_id) OR expires <= :now";

    private static final int LAST_WORD_CHECK = 0;

    private final String outcomes;
    private final OutcomeShards shards;
    private final AtomicLongArray tails;
    private final List<ReentrantLock> turns;

    OutcomeWrites(String outcomes, OutcomeShards shards) {
        this.outcomes = outcomes;
        this.shards = shards;
        this.tails = new AtomicLongArray(
                IntStream.range(0, shards.count()).mapToLong(_ -> UNKNOWN).toArray());
        this.turns = IntStream.range(0, shards.count())
                .mapToObj(_ -> new ReentrantLock())
                .toList();
    }

    enum Result {
        KEPT,
        /// The job has its last word.
        ANSWERED_BEFORE,
        /// Another process wrote to the shard meanwhile.
        OVERTAKEN
    }

    /// Lets the threads of this process write to a shard one after the other, where they would only get into each
    /// other's way.
    <T> T inTurn(UUID jobId, Supplier<T> work) {
        ReentrantLock turn = turns.get(shards.of(jobId));
        turn.lock();
        try {
            return work.get();
        } finally {
            turn.unlock();
        }
    }

    /// The event with the number that is next as far as we know.
    OutcomeItem next(LoggedOutcome outcome, String publication) {
        int shard = shards.of(outcome.jobId());
        long tail = tails.get(shard);
        if (tail == UNKNOWN) {
            tail = shards.tail(shard);
            tails.set(shard, tail);
        }
        return new OutcomeItem(outcome, OutcomeShards.name(shard), tail + 1, publication);
    }

    Result append(DynamoDbClient client, OutcomeItem item, Instant now) {
        int shard = shards.of(item.outcome().jobId());
        Set<Integer> refused = Transaction.write(client, appending(item, shard, now));
        if (refused.isEmpty()) {
            tails.set(shard, item.seq());
            return Result.KEPT;
        }
        tails.set(shard, UNKNOWN);
        return refused.contains(LAST_WORD_CHECK) ? Result.ANSWERED_BEFORE : Result.OVERTAKEN;
    }

    private List<TransactWriteItem> appending(OutcomeItem item, int shard, Instant now) {
        Map<String, AttributeValue> values = Map.of(":now", number(now.getEpochSecond()));
        List<TransactWriteItem> writes = new ArrayList<>();
        if (item.outcome().terminal()) {
            writes.add(put(Put.builder()
                    .tableName(outcomes)
                    .item(item.itemAt(item.jobKey()))
                    .conditionExpression(UNANSWERED)
                    .expressionAttributeValues(values)));
        } else {
            writes.add(TransactWriteItem.builder()
                    .conditionCheck(ConditionCheck.builder()
                            .tableName(outcomes)
                            .key(OutcomeItem.jobKey(item.outcome().jobId(), OutcomeItem.LAST_WORD))
                            .conditionExpression(UNANSWERED)
                            .expressionAttributeValues(values)
                            .build())
                    .build());
            writes.add(put(Put.builder().tableName(outcomes).item(item.itemAt(item.jobKey()))));
        }
        writes.add(shards.advance(shard, item.seq() - 1));
        writes.add(put(Put.builder().tableName(shards.table()).item(item.itemAt(item.logKey()))));
        return writes;
    }

    /// Moves the last word to where the others lie.
    List<TransactWriteItem> reopening(OutcomeItem last) {
        OutcomeItem passing = last.noLongerTerminal();
        return List.of(
                TransactWriteItem.builder()
                        .delete(Delete.builder()
                                .tableName(outcomes)
                                .key(last.jobKey())
                                .conditionExpression("publication = :publication")
                                .expressionAttributeValues(Map.of(":publication", text(last.publication())))
                                .build())
                        .build(),
                put(Put.builder().tableName(outcomes).item(passing.itemAt(passing.jobKey()))),
                TransactWriteItem.builder()
                        .update(Update.builder()
                                .tableName(shards.table())
                                .key(last.logKey())
                                .updateExpression("SET terminal = :no")
                                .conditionExpression("attribute_exists(job_id)")
                                .expressionAttributeValues(Map.of(":no", flag(false)))
                                .build())
                        .build());
    }

    private static TransactWriteItem put(Put.Builder put) {
        return TransactWriteItem.builder().put(put.build()).build();
    }
}
