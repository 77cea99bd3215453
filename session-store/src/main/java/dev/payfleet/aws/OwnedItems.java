package dev.payfleet.aws;

import dev.payfleet.session.ConnectionKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What a table holds of a connection: the items of one partition, each with the claim that it was written under.
///
/// @param sort the table's sort key, a text
public record OwnedItems(DynamoTable table, String sort) {
    /// The partition key of every table that holds something of a connection: `client_id/connection_id`.
    public static final String OWNER = "connection";

    /// The claim, see [dev.payfleet.session.SessionStore#claim].
    public static final String FENCE = "fence";

    private static final String OF_OWNER = "#owner = :owner";
    private static final String NOT_LATER = "#fence <= :fence";

    /// Deletes all that was written under this claim or an earlier one. What a later connection wrote meanwhile
    /// stays.
    ///
    /// @return the sort keys of what was deleted
    public List<String> wipe(ConnectionKey owner, long fence) {
        List<String> wiped = new ArrayList<>();
        for (Item item : table.query(query -> query.keyConditionExpression(OF_OWNER)
                .projectionExpression("#owner, #sort")
                .expressionAttributeNames(Map.of("#owner", OWNER, "#sort", sort))
                .expressionAttributeValues(Map.of(":owner", Attributes.text(owner.toString()))))) {
            if (delete(item, fence)) {
                wiped.add(item.text(sort));
            }
        }
        return wiped;
    }

    /// The sort keys of all that there is of a connection, whoever wrote it.
    public List<String> names(ConnectionKey owner) {
        return table
                .query(query -> query.keyConditionExpression(OF_OWNER)
                        .projectionExpression("#owner, #sort")
                        .expressionAttributeNames(Map.of("#owner", OWNER, "#sort", sort))
                        .expressionAttributeValues(Map.of(":owner", Attributes.text(owner.toString()))))
                .stream()
                .map(item -> item.text(sort))
                .toList();
    }

    private boolean delete(Item item, long fence) {
        return table.delete(
                        item.attributes(),
                        delete -> delete.conditionExpression(NOT_LATER)
                                .expressionAttributeNames(Map.of("#fence", FENCE))
                                .expressionAttributeValues(Map.of(":fence", Attributes.number(fence))))
                .isPresent();
    }
}
