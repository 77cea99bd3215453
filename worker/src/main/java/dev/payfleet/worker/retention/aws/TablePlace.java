package dev.payfleet.worker.retention.aws;

import dev.payfleet.aws.TableShape;
import dev.payfleet.worker.retention.BrokenPromise;
import dev.payfleet.worker.retention.KeptPlace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.PointInTimeRecoveryStatus;
import software.amazon.awssdk.services.dynamodb.model.SSEDescription;
import software.amazon.awssdk.services.dynamodb.model.SSEStatus;
import software.amazon.awssdk.services.dynamodb.model.SSEType;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveDescription;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

/// A table that encrypts under the named key, forgets what is over, and can be set back to any second; or that
/// cannot, where that would keep what was to be forgotten.
public final class TablePlace implements KeptPlace {
    private final DynamoDbClient dynamoDb;
    private final TableShape shape;
    private final String table;
    private final String key;

    /// @param prefix the deployment's
    /// @param key the ARN of the KMS key
    public TablePlace(DynamoDbClient dynamoDb, TableShape shape, String prefix, String key) {
        this.dynamoDb = dynamoDb;
        this.shape = shape;
        this.table = shape.nameIn(prefix);
        this.key = key;
    }

    @Override
    public String name() {
        return "table " + table;
    }

    @Override
    public List<BrokenPromise> brokenPromises() {
        List<Question> questions = new ArrayList<>();
        questions.add(new Question("encryption", "KMS with " + key, this::encryption));
        questions.add(new Question("point-in-time recovery", promised().toString(), this::recovery));
        shape.timeToLive()
                .ifPresent(attribute -> questions.add(
                        new Question("time to live", "ENABLED on " + attribute, () -> timeToLive(attribute))));
        return questions.stream()
                .flatMap(question -> question.ask(name()).stream())
                .toList();
    }

    private Optional<String> encryption() {
        SSEDescription found =
                dynamoDb.describeTable(ask -> ask.tableName(table)).table().sseDescription();
        if (found == null) {
            return Optional.of("a key of AWS's own");
        }
        boolean ours = found.status() == SSEStatus.ENABLED
                && found.sseType() == SSEType.KMS
                && key.equals(found.kmsMasterKeyArn());
        return ours
                ? Optional.empty()
                : Optional.of("%s %s with %s"
                        .formatted(found.statusAsString(), found.sseTypeAsString(), found.kmsMasterKeyArn()));
    }

    private Optional<String> recovery() {
        PointInTimeRecoveryStatus found = dynamoDb.describeContinuousBackups(ask -> ask.tableName(table))
                .continuousBackupsDescription()
                .pointInTimeRecoveryDescription()
                .pointInTimeRecoveryStatus();
        return found == promised() ? Optional.empty() : Optional.of(String.valueOf(found));
    }

    private PointInTimeRecoveryStatus promised() {
        return shape.recoverable() ? PointInTimeRecoveryStatus.ENABLED : PointInTimeRecoveryStatus.DISABLED;
    }

    private Optional<String> timeToLive(String attribute) {
        TimeToLiveDescription found =
                dynamoDb.describeTimeToLive(ask -> ask.tableName(table)).timeToLiveDescription();
        boolean on = found.timeToLiveStatus() == TimeToLiveStatus.ENABLED && attribute.equals(found.attributeName());
        return on
                ? Optional.empty()
                : Optional.of("%s on %s".formatted(found.timeToLiveStatusAsString(), found.attributeName()));
    }
}
