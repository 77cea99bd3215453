package dev.payfleet.worker.drill.aws;

import dev.payfleet.aws.AwsCall;
import dev.payfleet.aws.AwsService;
import dev.payfleet.session.StoreUnavailableException;
import dev.payfleet.session.StoreUnavailableException.Reason;
import dev.payfleet.worker.drill.RecoverableTable;
import dev.payfleet.worker.drill.ScratchState;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ContinuousBackupsDescription;
import software.amazon.awssdk.services.dynamodb.model.DeleteTableResponse;
import software.amazon.awssdk.services.dynamodb.model.PointInTimeRecoveryDescription;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.RestoreTableToPointInTimeRequest;
import software.amazon.awssdk.services.dynamodb.model.RestoreTableToPointInTimeResponse;
import software.amazon.awssdk.services.dynamodb.model.SSEType;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.Select;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;

/// A table, and the one beside it.
///
/// @param name the table in use, in AWS
/// @param scratchName the one that is made and deleted
/// @param key the ARN of the KMS key for the latter
record RestorableTable(DynamoDbClient dynamoDb, String name, String scratchName, String key)
        implements RecoverableTable {

    @Override
    public Instant latest() {
        ContinuousBackupsDescription backups = ask(
                "DescribeContinuousBackups",
                () -> dynamoDb.describeContinuousBackups(request -> request.tableName(name))
                        .continuousBackupsDescription());
        return Optional.ofNullable(backups.pointInTimeRecoveryDescription())
                .map(PointInTimeRecoveryDescription::latestRestorableDateTime)
                .orElseThrow(() -> new StoreUnavailableException(
                        Reason.REFUSED,
                        AwsService.DYNAMODB + " DescribeContinuousBackups of " + name,
                        "point-in-time recovery is off"));
    }

    @Override
    public long count() {
        return count(name);
    }

    @Override
    public long countScratch() {
        return count(scratchName);
    }

    /// By looking: what DescribeTable says is six hours old.
    private long count(String table) {
        ScanRequest all = ScanRequest.builder()
                .tableName(table)
                .select(Select.COUNT)
                .consistentRead(true)
                .build();
        return ask(
                "Scan",
                () -> dynamoDb.scanPaginator(all).stream()
                        .mapToLong(page -> page.count())
                        .sum());
    }

    @Override
    public void restore(Instant point) {
        RestoreTableToPointInTimeRequest request = RestoreTableToPointInTimeRequest.builder()
                .sourceTableName(name)
                .targetTableName(scratchName)
                .restoreDateTime(point)
                .sseSpecificationOverride(
                        sse -> sse.enabled(true).sseType(SSEType.KMS).kmsMasterKeyId(key))
                .build();
        RestoreTableToPointInTimeResponse _ =
                ask("RestoreTableToPointInTime", () -> dynamoDb.restoreTableToPointInTime(request));
    }

    @Override
    public ScratchState scratch() {
        return ask("DescribeTable", () -> {
            try {
                return state(dynamoDb.describeTable(request -> request.tableName(scratchName))
                        .table()
                        .tableStatus());
            } catch (ResourceNotFoundException none) {
                return ScratchState.NONE;
            }
        });
    }

    /// A table whose key can't be used is there as well: whoever reads it is told so, and it can be deleted.
    private static ScratchState state(TableStatus status) {
        return switch (status) {
            case CREATING, UPDATING -> ScratchState.COMING;
            case DELETING -> ScratchState.GOING;
            default -> ScratchState.THERE;
        };
    }

    @Override
    public void dropScratch() {
        Optional<DeleteTableResponse> _ = ask("DeleteTable", () -> {
            try {
                return Optional.of(dynamoDb.deleteTable(request -> request.tableName(scratchName)));
            } catch (ResourceNotFoundException | ResourceInUseException later) {
                // Gone already, or busy with something: the next look tells.
                return Optional.empty();
            }
        });
    }

    private static <T> T ask(String operation, Supplier<T> call) {
        return AwsCall.answer(AwsService.DYNAMODB, operation, call);
    }
}
