package dev.payfleet.worker.fleet.aws;

import dev.payfleet.aws.AwsClients;
import dev.payfleet.aws.AwsService;
import dev.payfleet.session.aws.AwsSessions;
import dev.payfleet.session.aws.RestoredRecords;
import dev.payfleet.session.keys.KeyDesk;
import dev.payfleet.worker.config.AwsSettings;
import dev.payfleet.worker.drill.Pace;
import dev.payfleet.worker.drill.RestoreDrill;
import dev.payfleet.worker.drill.aws.DynamoRecovery;
import dev.payfleet.worker.fleet.DeploymentDesk;
import java.time.InstantSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// What operators do with a deployment in AWS. It calls DynamoDB, KMS and, for large
/// records, S3.
public final class AwsDeploymentDesk implements DeploymentDesk {
    private final AwsSettings settings;
    private final AwsClients clients;
    private final InstantSource clock;

    private AwsDeploymentDesk(AwsSettings settings, AwsClients clients, InstantSource clock) {
        this.settings = settings;
        this.clients = clients;
        this.clock = clock;
    }

    /// Makes the clients.
    public static AwsDeploymentDesk open(AwsSettings settings, InstantSource clock) {
        return new AwsDeploymentDesk(settings, Access.clients(settings), clock);
    }

    @Override
    public void prepare() {
        AwsSessions.over(clients, Access.sessions(settings)).prepare();
    }

    @Override
    public KeyDesk keys() {
        return AwsSessions.over(clients, Access.sessions(settings)).keys(clock);
    }

    @Override
    public RestoreDrill restoreDrill() {
        RestoredRecords records = AwsSessions.restored(
                clients, Access.sessions(settings), DynamoRecovery.scratchPrefix(settings.prefix()));
        DynamoRecovery recovery = new DynamoRecovery(
                clients.configure(DynamoDbClient.builder(), AwsService.DYNAMODB).build(),
                Access.tables().toList(),
                settings.prefix(),
                settings.storageKey(),
                records);
        return new RestoreDrill(recovery, Pace.USUAL, clock);
    }

    @Override
    public void close() {
        clients.close();
    }
}
