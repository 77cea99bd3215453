package dev.payfleet.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/// Makes tables by their shapes, as the stack deploys them. Only the time to live is left off: the server goes by
/// its own clock, and would delete what a test's clock says is still good.
public final class LocalTables {
    private LocalTables() {}

    /// Makes all of them.
    ///
    /// @param prefix the deployment's
    public static void create(DynamoDbClient dynamoDb, String prefix, List<TableShape> shapes) {
        for (TableShape shape : shapes) {
            create(dynamoDb, request(shape.nameIn(prefix), shape));
        }
    }

    private static void create(DynamoDbClient dynamoDb, CreateTableRequest request) {
        try {
            dynamoDb.createTable(request);
        } catch (ResourceInUseException made) {
            // By a first try, whose answer a busy machine kept too long. Anything else has a name of its own.
            return;
        }
    }

    /// Drops all of them.
    public static void drop(DynamoDbClient dynamoDb, String prefix, List<TableShape> shapes) {
        for (TableShape shape : shapes) {
            dynamoDb.deleteTable(request -> request.tableName(shape.nameIn(prefix)));
        }
    }

    private static CreateTableRequest request(String name, TableShape shape) {
        CreateTableRequest.Builder request = CreateTableRequest.builder()
                .tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .keySchema(schema(shape.partition(), shape.sort().stream()))
                .attributeDefinitions(
                        keys(shape).distinct().map(LocalTables::definition).toList());
        if (!shape.indexes().isEmpty()) {
            request.globalSecondaryIndexes(
                    shape.indexes().stream().map(LocalTables::index).toList());
        }
        return request.build();
    }

    private static Stream<TableKey> keys(TableShape shape) {
        return Stream.of(
                        Stream.of(shape.partition()),
                        shape.sort().stream(),
                        shape.indexes().stream().map(TableIndex::partition),
                        shape.indexes().stream().flatMap(index -> index.sort().stream()))
                .flatMap(keys -> keys);
    }

    private static GlobalSecondaryIndex index(TableIndex index) {
        return GlobalSecondaryIndex.builder()
                .indexName(index.name())
                .keySchema(schema(index.partition(), index.sort().stream()))
                .projection(projection -> projection.projectionType(ProjectionType.ALL))
                .build();
    }

    private static List<KeySchemaElement> schema(TableKey partition, Stream<TableKey> sort) {
        List<KeySchemaElement> schema = new ArrayList<>();
        schema.add(element(partition, KeyType.HASH));
        sort.forEach(key -> schema.add(element(key, KeyType.RANGE)));
        return schema;
    }

    private static KeySchemaElement element(TableKey key, KeyType type) {
        return KeySchemaElement.builder()
                .attributeName(key.name())
                .keyType(type)
                .build();
    }

    private static AttributeDefinition definition(TableKey key) {
        ScalarAttributeType type = switch (key.kind()) {
            case STRING -> ScalarAttributeType.S;
            case NUMBER -> ScalarAttributeType.N;
        };
        return AttributeDefinition.builder()
                .attributeName(key.name())
                .attributeType(type)
                .build();
    }
}
