package dev.payfleet.worker.grant.aws;

import dev.payfleet.aws.AwsClients;
import dev.payfleet.aws.AwsService;
import dev.payfleet.aws.LocalTables;
import dev.payfleet.aws.Patience;
import dev.payfleet.awslocal.LocalAws;
import dev.payfleet.worker.grant.UsedGrants;
import dev.payfleet.worker.grant.UsedGrantsContract;
import dev.payfleet.worker.queue.aws.LocalDeployment;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class DynamoUsedGrantsTest extends UsedGrantsContract {
    private static final Patience FOR_MAKING_TABLES =
            new Patience(Duration.ofSeconds(2), Duration.ofSeconds(60), Duration.ofSeconds(60));

    private final String prefix = "test-" + UUID.randomUUID();
    private AwsClients clients;
    private DynamoDbClient dynamoDb;
    private UsedGrants used;

    @BeforeEach
    void create() {
        clients = LocalDeployment.clients(
                LocalAws.shared().sqs(), LocalAws.shared().dynamoDb(), FOR_MAKING_TABLES);
        dynamoDb =
                clients.configure(DynamoDbClient.builder(), AwsService.DYNAMODB).build();
        LocalTables.create(dynamoDb, prefix, GrantTables.ALL);
        used = DynamoUsedGrants.open(dynamoDb, prefix, clock);
    }

    @AfterEach
    void drop() {
        LocalTables.drop(dynamoDb, prefix, GrantTables.ALL);
        clients.close();
    }

    @Override
    protected UsedGrants used() {
        return used;
    }
}
