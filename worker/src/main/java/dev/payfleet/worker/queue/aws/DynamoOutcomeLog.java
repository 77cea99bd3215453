package dev.payfleet.worker.queue.aws;

import static dev.payfleet.aws.Attributes.text;

import dev.payfleet.aws.AwsCall;
import dev.payfleet.aws.AwsService;
import dev.payfleet.aws.Contention;
import dev.payfleet.aws.Item;
import dev.payfleet.aws.Transaction;
import dev.payfleet.worker.queue.LoggedOutcome;
import dev.payfleet.worker.queue.MessageBody;
import dev.payfleet.worker.queue.OutcomeCursor;
import dev.payfleet.worker.queue.OutcomeLog;
import dev.payfleet.worker.queue.OutcomePage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/// The outcome log in DynamoDB. An event is written to two tables in one transaction: to the events of its job,
/// where a condition sees to it that there is one last word, and to the log in its shards, for readers.
public final class DynamoOutcomeLog implements OutcomeLog {

    /// How many shards the log has: enough for three thousand events a second at thirty or so a second in each,
    /// where every event waits for the one before it. It must stay the same as long as the log holds anything.
    public static final int SHARDS = 96;

    /// How often a reader who waits looks.
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    private final DynamoDbClient client;
    private final String outcomes;
    private final OutcomeWrites writes;
    private final PageReading reading;
    private final OutcomeSweep sweep;
    private final InstantSource clock;
    private final CountDownLatch closed = new CountDownLatch(1);

    private DynamoOutcomeLog(DynamoDbClient client, String prefix, InstantSource clock, int count) {
        OutcomeShards shards = new OutcomeShards(client, QueueTables.OUTCOME_LOG.nameIn(prefix), count);
        this.client = client;
        this.outcomes = QueueTables.OUTCOMES.nameIn(prefix);
        this.writes = new OutcomeWrites(outcomes, shards);
        this.reading = new PageReading(shards);
        this.sweep = new OutcomeSweep(client, outcomes, shards);
        this.clock = clock;
    }

    /// Opens the log of a deployment. The client stays the caller's to close.
    ///
    /// @param prefix the deployment's, for example `payfleet`
    public static DynamoOutcomeLog open(DynamoDbClient client, String prefix, InstantSource clock) {
        return open(client, prefix, clock, SHARDS);
    }

    static DynamoOutcomeLog open(DynamoDbClient client, String prefix, InstantSource clock, int shards) {
        return new DynamoOutcomeLog(client, prefix, clock, shards);
    }

    @Override
    public boolean publish(UUID jobId, boolean terminal, MessageBody event) {
        LoggedOutcome outcome = new LoggedOutcome(jobId, terminal, event, clock.instant());
        String publication = UUID.randomUUID().toString();
        return writes.inTurn(jobId, () -> Contention.settle("DynamoDB publish", () -> publish(outcome, publication)));
    }

    /// @return empty when another process was faster in this shard
    private Optional<Boolean> publish(LoggedOutcome outcome, String publication) {
        OutcomeItem item = writes.next(outcome, publication);
        return switch (writes.append(client, item, clock.instant())) {
            case KEPT -> Optional.of(true);
            case ANSWERED_BEFORE ->
                Optional.of(lastWord(outcome.jobId())
                        .filter(last -> last.publication().equals(publication))
                        .isPresent());
            case OVERTAKEN -> Optional.empty();
        };
    }

    @Override
    public Optional<MessageBody> terminal(UUID jobId) {
        return lastWord(jobId).map(item -> item.outcome().event());
    }

    private Optional<OutcomeItem> lastWord(UUID jobId) {
        Instant now = clock.instant();
        return Item.of(AwsCall.answer(
                                AwsService.DYNAMODB,
                                "GetItem",
                                () -> client.getItem(get -> get.tableName(outcomes)
                                        .key(OutcomeItem.jobKey(jobId, OutcomeItem.LAST_WORD))
                                        .consistentRead(true)))
                        .item())
                .map(OutcomeItem::of)
                .filter(item -> item.isAlive(now));
    }

    @Override
    public boolean reopen(UUID jobId) {
        return Contention.settle(
                "DynamoDB reopen",
                () -> lastWord(jobId)
                        .map(last -> Transaction.write(client, writes.reopening(last))
                                        .isEmpty()
                                ? Optional.of(true)
                                : Optional.<Boolean>empty())
                        .orElse(Optional.of(false)));
    }

    @Override
    public List<LoggedOutcome> of(UUID jobId) {
        Instant now = clock.instant();
        QueryRequest request = QueryRequest.builder()
                .tableName(outcomes)
                .keyConditionExpression("job_id = :job")
                .expressionAttributeValues(Map.of(":job", text(jobId.toString())))
                .consistentRead(true)
                .build();
        return AwsCall.answer(
                AwsService.DYNAMODB,
                "Query",
                () -> client.queryPaginator(request).items().stream()
                        .map(Item::new)
                        .map(OutcomeItem::of)
                        .filter(item -> item.isAlive(now))
                        .sorted(Comparator.comparingLong(OutcomeItem::seq))
                        .map(OutcomeItem::outcome)
                        .toList());
    }

    @Override
    public OutcomePage since(OutcomeCursor after, int max, Duration wait) throws InterruptedException {
        Positions positions = Positions.of(after, reading.shards().count());
        long deadline = System.nanoTime() + wait.toNanos();
        while (closed.getCount() > 0) {
            List<OutcomeItem> read = reading.read(positions, max);
            List<LoggedOutcome> alive = alive(read);
            long left = deadline - System.nanoTime();
            if (!alive.isEmpty() || (read.isEmpty() && left <= 0)) {
                return new OutcomePage(alive, positions.cursor());
            }
            if (read.isEmpty()) {
                boolean _ = closed.await(Math.min(left, LOOK_EVERY.toNanos()), TimeUnit.NANOSECONDS);
            }
        }
        return new OutcomePage(List.of(), positions.cursor());
    }

    private List<LoggedOutcome> alive(List<OutcomeItem> items) {
        Instant now = clock.instant();
        return items.stream()
                .filter(item -> item.isAlive(now))
                .map(OutcomeItem::outcome)
                .toList();
    }

    /// Deletes what DynamoDB has not deleted by itself.
    @Override
    public int sweep(Duration olderThan) {
        return sweep.run(clock.instant().minus(olderThan));
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
