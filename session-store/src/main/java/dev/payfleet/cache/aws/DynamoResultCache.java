package dev.payfleet.cache.aws;

import dev.payfleet.aws.Attributes;
import dev.payfleet.aws.DynamoTable;
import dev.payfleet.aws.ExpirySweep;
import dev.payfleet.aws.Item;
import dev.payfleet.aws.Overflow;
import dev.payfleet.aws.OwnedItems;
import dev.payfleet.aws.Place;
import dev.payfleet.cache.CachedResult;
import dev.payfleet.cache.ResultCache;
import dev.payfleet.cache.ResultKey;
import dev.payfleet.session.ConnectionKey;
import dev.payfleet.session.DisconnectedException;
import dev.payfleet.session.Sealer;
import dev.payfleet.session.StaleFenceException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// Each body is sealed under its own id, so that one result does not open in the place of another. DynamoDB deletes
/// what has expired when it comes to it, within days; until then it is passed over.
final class DynamoResultCache implements ResultCache {
    private static final String RECORDS = "records";
    private static final String PARTIAL = "partial";
    private static final String RETRIEVED_AT = "retrieved_at";
    private static final String GOOD_UNTIL = "good_until";
    private static final String SOURCE = "source";

    private final DynamoTable table;
    private final Overflow overflow;
    private final Sealer sealer;
    private final FencedWrite fence;
    private final ExpirySweep expired;

    DynamoResultCache(DynamoTable table, Overflow overflow, Sealer sealer, FencedWrite fence) {
        this.table = table;
        this.overflow = overflow;
        this.sealer = sealer;
        this.fence = fence;
        this.expired = new ExpirySweep(
                table,
                List.of(OwnedItems.OWNER, AwsResults.ID),
                GOOD_UNTIL,
                item -> overflow.discard(item.attributes()));
    }

    @Override
    public Optional<CachedResult> find(ResultKey key, Instant now) {
        return findById(key.connection(), key.id(), now);
    }

    @Override
    public Optional<CachedResult> findById(ConnectionKey connection, String resultId, Instant now) {
        Optional<Item> item = good(connection, resultId, now);
        Optional<CachedResult> result = item.flatMap(found -> read(connection, resultId, found));
        // An object that is gone was replaced between the two reads: the item points to another by now.
        return result.isPresent() || item.isEmpty()
                ? result
                : good(connection, resultId, now).flatMap(found -> read(connection, resultId, found));
    }

    private Optional<Item> good(ConnectionKey connection, String id, Instant now) {
        return table.get(AwsResults.key(connection, id))
                .filter(item -> item.instant(GOOD_UNTIL).isAfter(now));
    }

    private Optional<CachedResult> read(ConnectionKey connection, String id, Item item) {
        return overflow.read(item).map(bytes -> opened(connection, id, item, bytes));
    }

    private CachedResult opened(ConnectionKey connection, String id, Item item, byte[] sealed) {
        return new CachedResult(
                sealer.open(connection, AwsResults.purpose(id), sealed),
                Math.toIntExact(item.number(RECORDS)),
                item.flag(PARTIAL),
                item.instant(RETRIEVED_AT),
                item.instant(GOOD_UNTIL),
                item.text(SOURCE));
    }

    @Override
    public String put(ResultKey key, CachedResult result, long claim) {
        String id = key.id();
        Place place = new Place(AwsResults.KIND, key.connection(), id, claim);
        Map<String, AttributeValue> placed =
                overflow.place(place, sealer.seal(key.connection(), AwsResults.purpose(id), result.body()));
        Map<String, AttributeValue> item = new HashMap<>(AwsResults.key(key.connection(), id));
        item.putAll(placed);
        item.put(OwnedItems.FENCE, Attributes.number(claim));
        item.put(RECORDS, Attributes.number(result.records()));
        item.put(PARTIAL, Attributes.flag(result.partial()));
        item.put(RETRIEVED_AT, Attributes.instant(result.retrievedAt()));
        item.put(GOOD_UNTIL, Attributes.instant(result.expiresAt()));
        item.put(AwsResults.EXPIRES_AT, Attributes.timeToLive(result.expiresAt()));
        item.put(SOURCE, Attributes.text(result.source()));
        try {
            fence.write(key.connection(), claim, put(item));
        } catch (StaleFenceException | DisconnectedException refused) {
            overflow.discard(placed);
            throw refused;
        }
        overflow.replaced(place, placed);
        return id;
    }

    private TransactWriteItem put(Map<String, AttributeValue> item) {
        return TransactWriteItem.builder()
                .put(put -> put.tableName(table.name()).item(item))
                .build();
    }

    @Override
    public int sweep(Instant now) {
        return expired.sweep(now);
    }
}
