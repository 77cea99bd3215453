package dev.payfleet.session.aws;

import dev.payfleet.aws.DynamoTable;
import dev.payfleet.aws.Item;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

/// The items of a table that hold sealed bytes themselves.
///
/// @param attribute which holds them
record SealedItems(DynamoTable table, String attribute) {
    private static final int PAGE = 100;

    /// Some of them: those that follow a place and, when that are too few, those from the beginning on.
    ///
    /// @param place a key, of an item or of none
    /// @param most how many at most
    List<Item> from(Map<String, AttributeValue> place, int most) {
        Set<Item> found = new LinkedHashSet<>();
        collect(place, most, found);
        collect(Map.of(), most, found);
        return List.copyOf(found);
    }

    private void collect(Map<String, AttributeValue> place, int most, Set<Item> found) {
        Map<String, AttributeValue> from = place;
        do {
            ScanResponse page = page(from);
            page.items().stream().limit(most - found.size()).map(Item::new).forEach(found::add);
            from = page.hasLastEvaluatedKey() ? page.lastEvaluatedKey() : Map.of();
        } while (found.size() < most && !from.isEmpty());
    }

    private ScanResponse page(Map<String, AttributeValue> from) {
        return table.scan(scan -> scan.limit(PAGE)
                .consistentRead(true)
                .filterExpression("attribute_exists(" + attribute + ")")
                .exclusiveStartKey(from.isEmpty() ? null : from));
    }
}
