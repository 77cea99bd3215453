package dev.payfleet.worker.queue.aws;

import dev.payfleet.aws.AwsAccess;
import dev.payfleet.aws.AwsClients;
import dev.payfleet.aws.AwsService;
import dev.payfleet.aws.LocalTables;
import dev.payfleet.aws.Patience;
import dev.payfleet.awslocal.LocalAws;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/// Queues and tables of a deployment of their own, on the servers of this JVM.
public final class LocalDeployment implements AutoCloseable {

    /// A table that is made twice, because the first try was given up, is an error.
    private static final Patience FOR_MAKING_TABLES =
            new Patience(Duration.ofSeconds(2), Duration.ofSeconds(60), Duration.ofSeconds(60));

    private final String prefix = "test-" + UUID.randomUUID();
    private final AwsClients clients;
    private final SqsClient sqs;
    private final DynamoDbClient dynamoDb;

    /// Fresh and empty, and reached straight.
    ///
    /// @param maxReceives how often a message is received before SQS sets it aside
    public LocalDeployment(int maxReceives) {
        this(LocalAws.shared().sqs(), LocalAws.shared().dynamoDb(), FOR_MAKING_TABLES);
        create(maxReceives);
    }

    private LocalDeployment(URI sqs, URI dynamoDb, Patience patience) {
        this.clients = clients(sqs, dynamoDb, patience);
        this.sqs = clients.configure(SqsClient.builder(), AwsService.SQS).build();
        this.dynamoDb =
                clients.configure(DynamoDbClient.builder(), AwsService.DYNAMODB).build();
    }

    /// Clients for other ways to the servers, for example with faults on them.
    public static AwsClients clients(URI sqs, URI dynamoDb, Patience patience) {
        return new AwsClients(
                new AwsAccess(LocalAws.REGION, Map.of(AwsService.SQS, sqs, AwsService.DYNAMODB, dynamoDb)),
                StaticCredentialsProvider.create(AwsBasicCredentials.create(LocalAws.ACCESS_KEY, LocalAws.SECRET_KEY)),
                patience);
    }

    private void create(int maxReceives) {
        createQueue(FifoQueue.DEAD_JOBS, Map.of());
        String dead =
                "arn:aws:sqs:%s:%s:%s".formatted(LocalAws.REGION, LocalAws.ACCOUNT, FifoQueue.DEAD_JOBS.nameIn(prefix));
        String redrive = "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":\"%d\"}".formatted(dead, maxReceives);
        createQueue(FifoQueue.JOBS, Map.of(QueueAttributeName.REDRIVE_POLICY, redrive));
        LocalTables.create(dynamoDb, prefix, QueueTables.ALL);
    }

    private void createQueue(FifoQueue queue, Map<QueueAttributeName, String> more) {
        Map<QueueAttributeName, String> attributes = new HashMap<>(more);
        attributes.put(QueueAttributeName.FIFO_QUEUE, "true");
        attributes.put(
                QueueAttributeName.VISIBILITY_TIMEOUT,
                Long.toString(queue.visibility().toSeconds()));
        sqs.createQueue(request -> request.queueName(queue.nameIn(prefix)).attributes(attributes));
    }

    public String prefix() {
        return prefix;
    }

    public SqsClient sqs() {
        return sqs;
    }

    public DynamoDbClient dynamoDb() {
        return dynamoDb;
    }

    public SqsJobQueue queue(InstantSource clock) {
        return SqsJobQueue.open(sqs, dynamoDb, prefix, clock);
    }

    public SqsQueueDesk desk(InstantSource clock) {
        return SqsQueueDesk.open(sqs, dynamoDb, prefix, clock);
    }

    public DynamoOutcomeLog outcomes(InstantSource clock) {
        return DynamoOutcomeLog.open(dynamoDb, prefix, clock);
    }

    /// Drops all of it.
    @Override
    public void close() {
        FifoQueue.ALL.forEach(queue -> sqs.deleteQueue(request -> request.queueUrl(
                sqs.getQueueUrl(name -> name.queueName(queue.nameIn(prefix))).queueUrl())));
        LocalTables.drop(dynamoDb, prefix, QueueTables.ALL);
        clients.close();
    }
}
