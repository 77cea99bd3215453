package dev.payfleet.awslocal;

import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/// The real clients, as AWS ships them, for an endpoint.
public final class Clients {
    private Clients() {}

    public static SqsClient sqs(URI endpoint) {
        return configured(SqsClient.builder(), endpoint).build();
    }

    public static DynamoDbClient dynamoDb(URI endpoint) {
        return configured(DynamoDbClient.builder(), endpoint).build();
    }

    public static S3Client s3(URI endpoint) {
        return configured(S3Client.builder(), endpoint).forcePathStyle(true).build();
    }

    public static KmsClient kms(URI endpoint) {
        return configured(KmsClient.builder(), endpoint).build();
    }

    /// Tries once, so that a fault is seen as it comes.
    public static <B extends AwsClientBuilder<B, C>, C> B impatient(B builder, URI endpoint) {
        return configured(builder, endpoint)
                .overrideConfiguration(override -> override.retryStrategy(AwsRetryStrategy.doNotRetry()));
    }

    /// Everything but the retries, which stay as the client has them.
    public static <B extends AwsClientBuilder<B, C>, C> B configured(B builder, URI endpoint) {
        return builder.region(Region.of(LocalAws.REGION))
                .endpointOverride(endpoint)
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(LocalAws.ACCESS_KEY, LocalAws.SECRET_KEY)));
    }
}
