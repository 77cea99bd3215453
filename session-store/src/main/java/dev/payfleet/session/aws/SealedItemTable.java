package dev.payfleet.session.aws;

import dev.payfleet.aws.Attributes;
import dev.payfleet.aws.DynamoTable;
import dev.payfleet.aws.Item;
import dev.payfleet.aws.OwnedItems;
import dev.payfleet.aws.Place;
import dev.payfleet.session.ConnectionKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

/// A table whose items hold sealed records, or point to them, and what each of them is sealed for.
///
/// @param table where they are
/// @param key the names of its key attributes
/// @param folder what large ones lie under in the bucket
/// @param name what the large one of an item is called there
/// @param purpose what an item's record is sealed for
/// @param kind what people call it
record SealedItemTable(
        DynamoTable table,
        List<String> key,
        String folder,
        Function<Item, String> name,
        Function<Item, String> purpose,
        Function<Item, String> kind) {
    private static final int PAGE = 100;

    SealedItemTable {
        key = List.copyOf(key);
    }

    /// Every item that holds a record or points to one, page by page; each as it was when its page was read.
    void each(Consumer<Item> item) throws InterruptedException {
        Map<String, AttributeValue> from = Map.of();
        do {
            ScanResponse page = page(from);
            page.items().stream().map(Item::new).forEach(item);
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            from = page.hasLastEvaluatedKey() ? page.lastEvaluatedKey() : Map.of();
        } while (!from.isEmpty());
    }

    private ScanResponse page(Map<String, AttributeValue> from) {
        return table.scan(scan -> scan.limit(PAGE)
                .consistentRead(true)
                .filterExpression("attribute_exists(sealed) OR attribute_exists(#object)")
                .expressionAttributeNames(Map.of("#object", "object"))
                .exclusiveStartKey(from.isEmpty() ? null : from));
    }

    Map<String, AttributeValue> keyOf(Item item) {
        Map<String, AttributeValue> itemKey = new HashMap<>(item.attributes());
        itemKey.keySet().retainAll(key);
        return itemKey;
    }

    static ConnectionKey owner(Item item) {
        String[] names = item.text(OwnedItems.OWNER).split("/", 2);
        return new ConnectionKey(names[0], names[names.length - 1]);
    }

    Place place(Item item) {
        return new Place(folder, owner(item), name.apply(item), item.number(OwnedItems.FENCE));
    }

    /// Puts a record in the place of a former one, if the item is still as it was found: whoever wrote, forgot or
    /// wiped it meanwhile is right.
    ///
    /// @param placed what goes into the item, see [dev.payfleet.aws.Overflow#place]
    /// @return whether it was
    boolean replace(Item former, Map<String, AttributeValue> placed) {
        String formerly = former.has("sealed") ? "sealed" : "object";
        String now = placed.keySet().iterator().next();
        String remove = formerly.equals(now) ? "" : " REMOVE #former";
        return table.update(
                        keyOf(former),
                        update -> update.updateExpression("SET #now = :now" + remove)
                                .conditionExpression("#former = :former AND #fence = :fence")
                                .expressionAttributeNames(
                                        Map.of("#now", now, "#former", formerly, "#fence", OwnedItems.FENCE))
                                .expressionAttributeValues(Map.of(
                                        ":now", placed.get(now),
                                        ":former", former.attributes().get(formerly),
                                        ":fence", Attributes.number(former.number(OwnedItems.FENCE)))))
                .isPresent();
    }
}
