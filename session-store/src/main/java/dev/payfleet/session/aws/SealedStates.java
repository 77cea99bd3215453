package dev.payfleet.session.aws;

import dev.payfleet.aws.Attributes;
import dev.payfleet.aws.DynamoTable;
import dev.payfleet.aws.Item;
import dev.payfleet.aws.Overflow;
import dev.payfleet.aws.OwnedItems;
import dev.payfleet.aws.Place;
import dev.payfleet.session.ConnectionKey;
import dev.payfleet.session.DisconnectedException;
import dev.payfleet.session.Sealer;
import dev.payfleet.session.Secret;
import dev.payfleet.session.StaleFenceException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// Sealed browser states of one kind, at most one per connection: the items behind session and device trust. The
/// kind is the purpose that they are sealed for, so that one does not open as the other.
final class SealedStates {
    /// What large states lie under in the bucket.
    static final String FOLDER = "sessions";

    private static final String SINCE = "since";
    private static final String UNTIL = "until";
    private static final String USER_AGENT = "user_agent";

    private final DynamoTable table;
    private final Overflow overflow;
    private final Sealer sealer;
    private final HeadWrite head;
    private final String kind;

    /// @param head how the head is written along
    SealedStates(DynamoTable table, Overflow overflow, Sealer sealer, HeadWrite head, String kind) {
        this.table = table;
        this.overflow = overflow;
        this.sealer = sealer;
        this.head = head;
        this.kind = kind;
    }

    /// What is kept of each, with the time it is good for.
    record Saved(
            Secret state,
            Instant since,
            Instant until,
            @Nullable String userAgent) {}

    Optional<Saved> find(ConnectionKey key) {
        Optional<Item> item = table.get(key(key, kind));
        Optional<Saved> saved = item.flatMap(found -> read(key, found));
        // An object that is gone was replaced between the two reads: the item points to another by now.
        return saved.isPresent() || item.isEmpty()
                ? saved
                : table.get(key(key, kind)).flatMap(found -> read(key, found));
    }

    private Optional<Saved> read(ConnectionKey key, Item item) {
        return overflow.read(item).map(bytes -> opened(key, item, bytes));
    }

    private Saved opened(ConnectionKey key, Item item, byte[] sealed) {
        return new Saved(
                Secret.takeOwnershipOf(sealer.open(key, kind, sealed)),
                item.instant(SINCE),
                item.instant(UNTIL),
                item.optionalText(USER_AGENT).orElse(null));
    }

    void save(ConnectionKey key, long claim, Saved saved) {
        Place place = new Place(FOLDER, key, kind, claim);
        Map<String, AttributeValue> placed = overflow.place(place, sealed(key, saved.state()));
        try {
            head.save(key, claim, saved.until(), put(item(key, claim, saved, placed)));
        } catch (StaleFenceException | DisconnectedException refused) {
            overflow.discard(placed);
            throw refused;
        }
        overflow.replaced(place, placed);
    }

    private Map<String, AttributeValue> item(
            ConnectionKey key, long claim, Saved saved, Map<String, AttributeValue> placed) {
        Map<String, AttributeValue> item = new HashMap<>(key(key, kind));
        item.putAll(placed);
        item.put(OwnedItems.FENCE, Attributes.number(claim));
        item.put(SINCE, Attributes.instant(saved.since()));
        item.put(UNTIL, Attributes.instant(saved.until()));
        if (saved.userAgent() != null) {
            item.put(USER_AGENT, Attributes.text(saved.userAgent()));
        }
        return item;
    }

    private TransactWriteItem put(Map<String, AttributeValue> item) {
        return TransactWriteItem.builder()
                .put(put -> put.tableName(table.name()).item(item))
                .build();
    }

    private byte[] sealed(ConnectionKey key, Secret state) {
        byte[] plain = state.bytes();
        try {
            return sealer.seal(key, kind, plain);
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    void forget(ConnectionKey key, long claim) {
        head.forget(
                key,
                claim,
                TransactWriteItem.builder()
                        .delete(delete -> delete.tableName(table.name()).key(key(key, kind)))
                        .build());
        overflow.forgotten(new Place(FOLDER, key, kind, claim));
    }

    static Map<String, AttributeValue> key(ConnectionKey owner, String kind) {
        return Map.of(OwnedItems.OWNER, Attributes.text(owner.toString()), SessionTables.KIND, Attributes.text(kind));
    }
}
