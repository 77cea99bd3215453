package dev.payfleet.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionCheck;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/// One table of a deployment. Reads see every write that ended before; a write that is refused by its own condition
/// is told apart from one that failed. Whatever fails throws [dev.payfleet.session.StoreUnavailableException].
///
/// @param name in the deployment, see [TableShape#nameIn]
public record DynamoTable(DynamoDbClient client, String name) {
    /// The item of this key.
    public Optional<Item> get(Map<String, AttributeValue> key) {
        GetItemRequest request = GetItemRequest.builder()
                .tableName(name)
                .key(key)
                .consistentRead(true)
                .build();
        return Item.of(AwsCall.answer(AwsService.DYNAMODB, "GetItem", () -> client.getItem(request))
                .item());
    }

    /// Changes or makes an item.
    ///
    /// @param change what to set, and the condition
    /// @return what [UpdateItemRequest#returnValues] asks for; empty when the condition did not hold
    public Optional<Item> update(Map<String, AttributeValue> key, UnaryOperator<UpdateItemRequest.Builder> change) {
        UpdateItemRequest request = change.apply(
                        UpdateItemRequest.builder().tableName(name).key(key))
                .build();
        return conditional("UpdateItem", () -> client.updateItem(request).attributes());
    }

    /// Deletes an item.
    ///
    /// @param condition added to the request, may leave it as it is
    /// @return the item as it was, without attributes when there was none; empty when the condition did not hold
    public Optional<Item> delete(Map<String, AttributeValue> key, UnaryOperator<DeleteItemRequest.Builder> condition) {
        DeleteItemRequest request = condition
                .apply(DeleteItemRequest.builder().tableName(name).key(key).returnValues(ReturnValue.ALL_OLD))
                .build();
        return conditional("DeleteItem", () -> client.deleteItem(request).attributes());
    }

    private static Optional<Item> conditional(String operation, Supplier<Map<String, AttributeValue>> call) {
        return Contention.settle(AwsService.DYNAMODB + " " + operation, () -> {
            try {
                return Optional.of(Optional.of(new Item(AwsCall.answer(AwsService.DYNAMODB, operation, call))));
            } catch (ConditionalCheckFailedException refused) {
                return Optional.of(Optional.empty());
            } catch (TransactionConflictException faster) {
                return Optional.empty();
            }
        });
    }

    /// All items of one partition, in the order of their sort key.
    ///
    /// @param wanted what of them, and which
    public List<Item> query(UnaryOperator<QueryRequest.Builder> wanted) {
        QueryRequest first = wanted.apply(QueryRequest.builder().tableName(name).consistentRead(true))
                .build();
        List<Item> items = new ArrayList<>();
        AwsCall.answer(AwsService.DYNAMODB, "Query", () -> {
            client.queryPaginator(first).items().forEach(item -> items.add(new Item(item)));
            return items;
        });
        return items;
    }

    /// One page of all items.
    ///
    /// @param wanted what of them, which, and where to go on
    public ScanResponse scan(UnaryOperator<ScanRequest.Builder> wanted) {
        ScanRequest request =
                wanted.apply(ScanRequest.builder().tableName(name)).build();
        return AwsCall.answer(AwsService.DYNAMODB, "Scan", () -> client.scan(request));
    }

    /// For a transaction: lets it pass only when a condition on an item of this table holds.
    public ConditionCheck.Builder check(Map<String, AttributeValue> key) {
        return ConditionCheck.builder().tableName(name).key(key);
    }
}
