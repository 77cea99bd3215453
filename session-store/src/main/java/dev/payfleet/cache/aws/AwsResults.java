package dev.payfleet.cache.aws;

import dev.payfleet.aws.Attributes;
import dev.payfleet.aws.DynamoTable;
import dev.payfleet.aws.Overflow;
import dev.payfleet.aws.OwnedItems;
import dev.payfleet.aws.TableKey;
import dev.payfleet.aws.TableShape;
import dev.payfleet.cache.ResultCache;
import dev.payfleet.session.ConnectionKey;
import dev.payfleet.session.Sealer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The table of results, for the stores to build upon; everyone else gets the cache from them.
public final class AwsResults {
    /// What large results lie under in the bucket. Whatever is older than fourteen days there is nobody's.
    public static final String KIND = "results";

    /// The sort key.
    public static final String ID = "id";

    static final String EXPIRES_AT = "expires_at";

    /// A backup would keep results longer than they may live.
    public static final TableShape TABLE = new TableShape(
            KIND,
            TableKey.text(OwnedItems.OWNER),
            Optional.of(TableKey.text(ID)),
            Optional.of(EXPIRES_AT),
            List.of(),
            false);

    private final DynamoTable table;
    private final Overflow overflow;

    public AwsResults(DynamoTable table, Overflow overflow) {
        this.table = table;
        this.overflow = overflow;
    }

    public ResultCache cache(Sealer sealer, FencedWrite fence) {
        return new DynamoResultCache(table, overflow, sealer, fence);
    }

    /// Deletes all results of a connection that were kept under this claim or an earlier one.
    ///
    /// @return how many
    public int wipe(ConnectionKey key, long fence) {
        int wiped = new OwnedItems(table, ID).wipe(key, fence).size();
        overflow.wipe(KIND, key, fence);
        return wiped;
    }

    /// What the result of this id is sealed for.
    public static String purpose(String id) {
        return "result/" + id;
    }

    /// How many results of a connection there are: items, or objects where a crash left more of those.
    public int count(ConnectionKey key) {
        return Math.max(new OwnedItems(table, ID).names(key).size(), overflow.count(KIND, key));
    }

    static Map<String, AttributeValue> key(ConnectionKey owner, String id) {
        return Map.of(OwnedItems.OWNER, Attributes.text(owner.toString()), ID, Attributes.text(id));
    }
}
