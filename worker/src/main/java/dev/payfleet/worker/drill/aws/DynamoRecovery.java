package dev.payfleet.worker.drill.aws;

import dev.payfleet.aws.TableShape;
import dev.payfleet.session.ConnectionKey;
import dev.payfleet.session.aws.RestoredRecord;
import dev.payfleet.session.aws.RestoredRecords;
import dev.payfleet.worker.drill.RecoverableTable;
import dev.payfleet.worker.drill.Recovery;
import dev.payfleet.worker.drill.SealedRecord;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// Point-in-time recovery of DynamoDB.
public final class DynamoRecovery implements Recovery {
    /// What the names of scratch tables have after the deployment's prefix, in place of a table's own:
    /// `PREFIX-drill-TABLE`. The drill's role may write to no other.
    public static final String SCRATCH = "drill";

    private final List<RecoverableTable> tables;
    private final RestoredRecords records;

    /// @param shapes all tables of the deployment; those that can't be brought back are left out
    /// @param prefix the deployment's
    /// @param storageKey the ARN of the KMS key that the scratch tables are encrypted under
    /// @param records those of the scratch tables
    public DynamoRecovery(
            DynamoDbClient dynamoDb,
            List<TableShape> shapes,
            String prefix,
            String storageKey,
            RestoredRecords records) {
        String scratch = scratchPrefix(prefix);
        this.tables = shapes.stream()
                .filter(TableShape::recoverable)
                .<RecoverableTable>map(
                        shape -> new RestorableTable(dynamoDb, shape.nameIn(prefix), shape.nameIn(scratch), storageKey))
                .toList();
        this.records = records;
    }

    /// The prefix of the scratch tables of a deployment.
    public static String scratchPrefix(String prefix) {
        return prefix + "-" + SCRATCH;
    }

    @Override
    public List<RecoverableTable> tables() {
        return tables;
    }

    @Override
    public List<SealedRecord> sample(int most) {
        return records.sample(most).stream().<SealedRecord>map(Sealed::new).toList();
    }

    private record Sealed(RestoredRecord record) implements SealedRecord {
        @Override
        public ConnectionKey owner() {
            return record.owner();
        }

        @Override
        public void openFor(ConnectionKey key) {
            record.openFor(key);
        }
    }
}
