package dev.payfleet.infra;

import dev.payfleet.aws.TableIndex;
import dev.payfleet.aws.TableKey;
import dev.payfleet.aws.TableShape;
import dev.payfleet.session.aws.SessionTables;
import dev.payfleet.worker.audit.aws.AuditTables;
import dev.payfleet.worker.grant.aws.GrantTables;
import dev.payfleet.worker.queue.aws.QueueTables;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.dynamodb.Attribute;
import software.amazon.awscdk.services.dynamodb.AttributeType;
import software.amazon.awscdk.services.dynamodb.BillingMode;
import software.amazon.awscdk.services.dynamodb.GlobalSecondaryIndexProps;
import software.amazon.awscdk.services.dynamodb.PointInTimeRecoverySpecification;
import software.amazon.awscdk.services.dynamodb.ProjectionType;
import software.amazon.awscdk.services.dynamodb.Table;
import software.amazon.awscdk.services.dynamodb.TableEncryption;
import software.amazon.awscdk.services.kms.Key;
import software.constructs.Construct;

/// The tables, made from the descriptions that the stores themselves rely on.
final class Tables extends Construct {
    /// What the stores and the queue rely on.
    static final List<TableShape> SHAPES = Stream.of(
                    SessionTables.ALL, QueueTables.ALL, AuditTables.ALL, GrantTables.ALL)
            .flatMap(List::stream)
            .toList();

    private final List<Deployed> tables;

    /// A table and what it was made from.
    record Deployed(TableShape shape, Table table) {
        /// The table, and its indexes where it has some.
        Stream<String> arns() {
            return shape.indexes().isEmpty()
                    ? Stream.of(table.getTableArn())
                    : Stream.of(table.getTableArn(), table.getTableArn() + "/index/*");
        }
    }

    Tables(Construct scope, Deployment deployment, Key key) {
        super(scope, "Tables");
        this.tables = SHAPES.stream()
                .map(shape -> new Deployed(shape, table(deployment, key, shape)))
                .toList();
    }

    List<Deployed> all() {
        return tables;
    }

    /// The one of this shape.
    Deployed of(TableShape shape) {
        return tables.stream()
                .filter(deployed -> deployed.shape().equals(shape))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no table is made for " + shape.name()));
    }

    private Table table(Deployment deployment, Key key, TableShape shape) {
        Table.Builder builder = Table.Builder.create(this, shape.name())
                .tableName(shape.nameIn(deployment.name()))
                .partitionKey(attribute(shape.partition()))
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .encryption(TableEncryption.CUSTOMER_MANAGED)
                .encryptionKey(key)
                .deletionProtection(true)
                .removalPolicy(RemovalPolicy.RETAIN);
        shape.sort().ifPresent(sort -> builder.sortKey(attribute(sort)));
        shape.timeToLive().ifPresent(builder::timeToLiveAttribute);
        if (shape.recoverable()) {
            builder.pointInTimeRecoverySpecification(PointInTimeRecoverySpecification.builder()
                    .pointInTimeRecoveryEnabled(true)
                    .recoveryPeriodInDays(Life.COPIES.days())
                    .build());
        }
        Table table = builder.build();
        shape.indexes().forEach(index -> table.addGlobalSecondaryIndex(properties(index)));
        return table;
    }

    private static GlobalSecondaryIndexProps properties(TableIndex index) {
        GlobalSecondaryIndexProps.Builder builder = GlobalSecondaryIndexProps.builder()
                .indexName(index.name())
                .partitionKey(attribute(index.partition()))
                .projectionType(ProjectionType.ALL);
        index.sort().ifPresent(sort -> builder.sortKey(attribute(sort)));
        return builder.build();
    }

    private static Attribute attribute(TableKey key) {
        return Attribute.builder()
                .name(key.name())
                .type(
                        switch (key.kind()) {
                            case STRING -> AttributeType.STRING;
                            case NUMBER -> AttributeType.NUMBER;
                        })
                .build();
    }
}
