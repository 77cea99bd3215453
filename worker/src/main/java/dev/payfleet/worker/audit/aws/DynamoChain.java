package dev.payfleet.worker.audit.aws;

import static dev.payfleet.aws.Attributes.number;
import static dev.payfleet.aws.Attributes.text;

import dev.payfleet.aws.AwsCall;
import dev.payfleet.aws.AwsService;
import dev.payfleet.aws.DynamoTable;
import dev.payfleet.aws.Item;
import dev.payfleet.worker.audit.AuditHead;
import dev.payfleet.worker.audit.AuditRecord;
import dev.payfleet.worker.audit.Chain;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// One chain in the table. It puts and queries, and needs no other right.
record DynamoChain(DynamoTable table, Chain chain) {
    private static final String NEW = "attribute_not_exists(" + AuditTables.CHAIN + ")";

    /// Part of a transaction: adds a record, where there is none yet.
    TransactWriteItem put(AuditRecord record) {
        return TransactWriteItem.builder()
                .put(put ->
                        put.tableName(table.name()).item(AuditItem.of(record)).conditionExpression(NEW))
                .build();
    }

    /// Part of a transaction: moves the head on, if it is still the one that is known.
    TransactWriteItem move(AuditHead known, AuditHead next) {
        return TransactWriteItem.builder()
                .put(put -> {
                    put.tableName(table.name()).item(AuditItem.of(next));
                    if (known.equals(chain.beginning())) {
                        put.conditionExpression(NEW);
                    } else {
                        put.conditionExpression("#seal = :seal")
                                .expressionAttributeNames(Map.of("#seal", AuditItem.SEAL))
                                .expressionAttributeValues(Map.of(":seal", text(known.seal())));
                    }
                })
                .build();
    }

    /// The head as it is stored.
    Optional<AuditHead> head() {
        return table
                .query(query -> query.keyConditionExpression("chain = :chain AND seq = :head")
                        .expressionAttributeValues(
                                Map.of(":chain", text(chain.name()), ":head", number(AuditItem.HEAD))))
                .stream()
                .map(AuditItem::head)
                .findFirst();
    }

    /// The record of this number.
    Optional<AuditRecord> record(long seq) {
        return table
                .query(query -> query.keyConditionExpression("chain = :chain AND seq = :seq")
                        .expressionAttributeValues(Map.of(":chain", text(chain.name()), ":seq", number(seq))))
                .stream()
                .map(AuditItem::record)
                .findFirst();
    }

    /// All records in their order, a page of the table at a time.
    void read(Consumer<AuditRecord> reader) {
        QueryRequest request = QueryRequest.builder()
                .tableName(table.name())
                .consistentRead(true)
                .keyConditionExpression("chain = :chain AND seq > :head")
                .expressionAttributeValues(Map.of(":chain", text(chain.name()), ":head", number(AuditItem.HEAD)))
                .build();
        AwsCall.answer(AwsService.DYNAMODB, "Query", () -> {
            for (Map<String, AttributeValue> item :
                    table.client().queryPaginator(request).items()) {
                reader.accept(AuditItem.record(new Item(item)));
            }
            return List.of();
        });
    }
}
