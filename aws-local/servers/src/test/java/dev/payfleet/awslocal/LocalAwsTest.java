package dev.payfleet.awslocal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

class LocalAwsTest {
    private final LocalAws aws = LocalAws.shared();

    @Test
    void sqs_holds_a_group_back_while_one_of_its_messages_is_out() {
        try (SqsClient sqs = Clients.sqs(aws.sqs())) {
            String queue = sqs.createQueue(create -> create.queueName(fresh() + ".fifo")
                            .attributes(Map.of(QueueAttributeName.FIFO_QUEUE, "true")))
                    .queueUrl();
            send(sqs, queue, "one", "group-a");
            send(sqs, queue, "two", "group-a");

            Message first = receive(sqs, queue);
            assertThat(first.body()).isEqualTo("one");
            assertThat(sqs.receiveMessage(ask -> ask.queueUrl(queue)).messages())
                    .isEmpty();
            sqs.deleteMessage(delete -> delete.queueUrl(queue).receiptHandle(first.receiptHandle()));
            assertThat(receive(sqs, queue).body()).isEqualTo("two");
        }
    }

    @Test
    void sqs_names_queues_as_aws_does() {
        try (SqsClient sqs = Clients.sqs(aws.sqs())) {
            String name = fresh();
            String queue = sqs.createQueue(create -> create.queueName(name)).queueUrl();
            String arn = sqs.getQueueAttributes(ask -> ask.queueUrl(queue).attributeNames(QueueAttributeName.QUEUE_ARN))
                    .attributes()
                    .get(QueueAttributeName.QUEUE_ARN);

            assertThat(arn).isEqualTo("arn:aws:sqs:" + LocalAws.REGION + ":" + LocalAws.ACCOUNT + ":" + name);
        }
    }

    @Test
    void dynamodb_checks_conditions() {
        try (DynamoDbClient dynamoDb = Clients.dynamoDb(aws.dynamoDb())) {
            String table = fresh();
            dynamoDb.createTable(create -> create.tableName(table)
                    .billingMode(BillingMode.PAY_PER_REQUEST)
                    .attributeDefinitions(AttributeDefinition.builder()
                            .attributeName("pk")
                            .attributeType(ScalarAttributeType.S)
                            .build())
                    .keySchema(KeySchemaElement.builder()
                            .attributeName("pk")
                            .keyType(KeyType.HASH)
                            .build()));
            Map<String, AttributeValue> item = Map.of("pk", AttributeValue.fromS("a"));
            dynamoDb.putItem(put -> put.tableName(table).item(item));

            assertThat(dynamoDb.getItem(get -> get.tableName(table).key(item)).item())
                    .isEqualTo(item);
            assertThatThrownBy(() -> dynamoDb.putItem(
                            put -> put.tableName(table).item(item).conditionExpression("attribute_not_exists(pk)")))
                    .isInstanceOf(ConditionalCheckFailedException.class);
        }
    }

    @Test
    void s3_keeps_what_it_is_given_and_says_how_it_is_encrypted() {
        try (S3Client s3 = Clients.s3(aws.s3())) {
            String bucket = fresh();
            s3.createBucket(create -> create.bucket(bucket));
            s3.putObject(
                    put -> put.bucket(bucket)
                            .key("a/b.png")
                            .serverSideEncryption(ServerSideEncryption.AWS_KMS)
                            .ssekmsKeyId("key"),
                    RequestBody.fromString("picture"));

            ResponseBytes<GetObjectResponse> found =
                    s3.getObjectAsBytes(get -> get.bucket(bucket).key("a/b.png"));
            assertThat(found.asUtf8String()).isEqualTo("picture");
            assertThat(found.response().serverSideEncryption()).isEqualTo(ServerSideEncryption.AWS_KMS);
        }
    }

    @Test
    void s3_refuses_a_signature_made_with_another_secret() {
        try (S3Client s3 = Clients.configured(S3Client.builder(), aws.s3())
                .forcePathStyle(true)
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(LocalAws.ACCESS_KEY, "other")))
                .build()) {
            assertThatThrownBy(s3::listBuckets)
                    .isInstanceOfSatisfying(
                            S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(403));
        }
    }

    @Test
    void everything_listens_on_loopback_and_only_there() throws IOException {
        List<InetAddress> others = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                .toList();
        assumeThat(others).as("addresses that others could reach").isNotEmpty();

        for (URI server : List.of(aws.sqs(), aws.dynamoDb(), aws.s3(), aws.kms())) {
            assertThat(server.getHost()).isEqualTo("127.0.0.1");
            assertThat(others)
                    .as(server.toString())
                    .allSatisfy(address -> assertThatThrownBy(() -> new Socket(address, server.getPort()))
                            .isInstanceOf(ConnectException.class));
        }
    }

    @Test
    void what_the_servers_stand_on_is_on_nobodys_class_path() {
        assertThat(List.of(
                        "org.elasticmq.rest.sqs.SQSRestServer",
                        "com.amazonaws.services.dynamodbv2.local.main.ServerRunner",
                        "org.gaul.s3proxy.S3Proxy"))
                .allSatisfy(name ->
                        assertThatThrownBy(() -> Class.forName(name)).isInstanceOf(ClassNotFoundException.class));
    }

    @Test
    void the_shared_servers_are_the_same_and_outlive_a_close() {
        LocalAws.shared().close();

        assertThat(LocalAws.shared().sqs()).isEqualTo(aws.sqs());
        try (SqsClient sqs = Clients.sqs(aws.sqs())) {
            assertThat(sqs.listQueues().sdkHttpResponse().isSuccessful()).isTrue();
        }
    }

    private static void send(SqsClient sqs, String queue, String body, String group) {
        sqs.sendMessage(send ->
                send.queueUrl(queue).messageBody(body).messageGroupId(group).messageDeduplicationId(body));
    }

    private static Message receive(SqsClient sqs, String queue) {
        return sqs.receiveMessage(ask -> ask.queueUrl(queue).waitTimeSeconds(2))
                .messages()
                .getFirst();
    }

    private static String fresh() {
        return "t-" + UUID.randomUUID();
    }
}
