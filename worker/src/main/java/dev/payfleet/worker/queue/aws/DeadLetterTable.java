package dev.payfleet.worker.queue.aws;

import static dev.payfleet.aws.Attributes.bytes;
import static dev.payfleet.aws.Attributes.instant;
import static dev.payfleet.aws.Attributes.number;
import static dev.payfleet.aws.Attributes.text;
import static dev.payfleet.aws.Attributes.timeToLive;

import dev.payfleet.aws.AwsCall;
import dev.payfleet.aws.AwsService;
import dev.payfleet.aws.Item;
import dev.payfleet.worker.queue.DeadLetter;
import dev.payfleet.worker.queue.MessageBody;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.Select;

/// What was set aside. There is one dead letter for each message, under SQS's id of the message, so that writing it
/// twice does no harm. People look at it by day, through an index that may be a moment behind.
final class DeadLetterTable {

    static final String ID = "id";
    static final String BY_DAY = "by-day";
    static final String DIED_ON = "died_on";
    static final String IN_ORDER = "in_order";

    private static final String GROUP = "group_name";
    private static final String DEDUPLICATION_ID = "deduplication_id";
    private static final String BODY = "body";
    private static final String ATTEMPTS = "attempts";
    private static final String REASON = "reason";
    private static final String SENT_AT = "sent_at";
    private static final String DIED_AT = "died_at";

    private final DynamoDbClient client;
    private final String table;
    private final InstantSource clock;

    DeadLetterTable(DynamoDbClient client, String prefix, InstantSource clock) {
        this.client = client;
        this.table = QueueTables.DEAD_LETTERS.nameIn(prefix);
        this.clock = clock;
    }

    /// Keeps a dead letter, in place of what was kept of this message before.
    ///
    /// @param sequence the message's place in its queue, for those that die in the same millisecond
    void put(DeadLetter letter, String sequence) {
        PutItemRequest request = PutItemRequest.builder()
                .tableName(table)
                .item(item(letter, sequence))
                .build();
        answer("PutItem", () -> client.putItem(request));
    }

    /// Keeps a dead letter, unless something is kept of this message, which then says more.
    void putIfAbsent(DeadLetter letter, String sequence) {
        PutItemRequest request = PutItemRequest.builder()
                .tableName(table)
                .item(item(letter, sequence))
                .conditionExpression("attribute_not_exists(id)")
                .build();
        try {
            answer("PutItem", () -> client.putItem(request));
        } catch (ConditionalCheckFailedException kept) {
            return;
        }
    }

    Optional<DeadLetter> find(String id) {
        return Item.of(answer(
                                "GetItem",
                                () -> client.getItem(
                                        get -> get.tableName(table).key(key(id)).consistentRead(true)))
                        .item())
                .filter(item ->
                        item.number(QueueTables.EXPIRES) > clock.instant().getEpochSecond())
                .map(DeadLetterTable::letter);
    }

    /// @return false when there was none
    boolean remove(String id) {
        return !answer(
                        "DeleteItem",
                        () -> client.deleteItem(
                                delete -> delete.tableName(table).key(key(id)).returnValues(ReturnValue.ALL_OLD)))
                .attributes()
                .isEmpty();
    }

    /// The latest first.
    List<DeadLetter> latest(int max) {
        List<DeadLetter> letters = new ArrayList<>();
        days().takeWhile(_ -> letters.size() < max).forEach(day -> letters.addAll(ofDay(day, max - letters.size())));
        return letters;
    }

    /// The oldest first. All of them at this moment.
    List<DeadLetter> oldest() {
        return latest(Integer.MAX_VALUE).reversed();
    }

    long count() {
        return days().mapToLong(this::countOf).sum();
    }

    private List<DeadLetter> ofDay(LocalDate day, int max) {
        QueryRequest request = ofDay(day).scanIndexForward(false).build();
        return answer(
                "Query",
                () -> client.queryPaginator(request).items().stream()
                        .limit(max)
                        .map(Item::new)
                        .map(DeadLetterTable::letter)
                        .toList());
    }

    private long countOf(LocalDate day) {
        QueryRequest request = ofDay(day).select(Select.COUNT).build();
        return answer(
                "Query",
                () -> client.queryPaginator(request).stream()
                        .mapToLong(QueryResponse::count)
                        .sum());
    }

    private QueryRequest.Builder ofDay(LocalDate day) {
        return QueryRequest.builder()
                .tableName(table)
                .indexName(BY_DAY)
                .keyConditionExpression("died_on = :day")
                .filterExpression("expires > :now")
                .expressionAttributeValues(Map.of(
                        ":day", text(day.toString()),
                        ":now", number(clock.instant().getEpochSecond())));
    }

    /// The days on which something may have died that is still kept, the latest first. It begins tomorrow: another
    /// machine's clock may be ahead.
    private Stream<LocalDate> days() {
        LocalDate tomorrow =
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1);
        return LongStream.rangeClosed(0, QueueTables.LIFE.toDays() + 1).mapToObj(tomorrow::minusDays);
    }

    private static Map<String, AttributeValue> key(String id) {
        return Map.of(ID, text(id));
    }

    private static Map<String, AttributeValue> item(DeadLetter letter, String sequence) {
        Map<String, AttributeValue> item = new HashMap<>(key(letter.id()));
        item.put(
                DIED_ON,
                text(LocalDate.ofInstant(letter.diedAt(), ZoneOffset.UTC).toString()));
        item.put(IN_ORDER, text("%015d-%40s".formatted(letter.diedAt().toEpochMilli(), sequence)));
        item.put(GROUP, text(letter.group()));
        item.put(DEDUPLICATION_ID, text(letter.deduplicationId()));
        item.put(BODY, bytes(letter.body().bytes()));
        item.put(ATTEMPTS, number(letter.attempts()));
        item.put(REASON, text(letter.reason()));
        item.put(SENT_AT, instant(letter.sentAt()));
        item.put(DIED_AT, instant(letter.diedAt()));
        item.put(QueueTables.EXPIRES, timeToLive(letter.diedAt().plus(QueueTables.LIFE)));
        return item;
    }

    private static DeadLetter letter(Item item) {
        return new DeadLetter(
                item.text(ID),
                item.text(GROUP),
                item.text(DEDUPLICATION_ID),
                MessageBody.of(item.bytes(BODY)),
                Math.toIntExact(item.number(ATTEMPTS)),
                item.text(REASON),
                item.instant(SENT_AT),
                item.instant(DIED_AT));
    }

    private static <T> T answer(String operation, Supplier<T> call) {
        return AwsCall.answer(AwsService.DYNAMODB, operation, call);
    }
}
