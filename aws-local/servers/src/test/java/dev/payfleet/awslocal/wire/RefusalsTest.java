package dev.payfleet.awslocal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.payfleet.awslocal.Clients;
import dev.payfleet.awslocal.LocalAws;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/// Each refusal as each service words it, understood by that service's own client.
class RefusalsTest {
    /// Never reached: every request is refused on the way.
    private FaultyWire wire;

    @BeforeEach
    void lay() {
        wire = FaultyWire.before(LocalAws.shared().kms());
    }

    @AfterEach
    void cut() {
        wire.close();
    }

    @ParameterizedTest
    @CsvSource({
        "SQS, THROTTLED, 400, RequestThrottled",
        "SQS, INTERNAL_ERROR, 500, InternalFailure",
        "SQS, UNAVAILABLE, 503, ServiceUnavailable",
        "SQS, CLOCK_SKEWED, 403, InvalidSignatureException",
        "SQS, CREDENTIALS_EXPIRED, 403, ExpiredTokenException",
        "DYNAMODB, THROTTLED, 400, ProvisionedThroughputExceededException",
        "DYNAMODB, INTERNAL_ERROR, 500, InternalServerError",
        "DYNAMODB, UNAVAILABLE, 503, ServiceUnavailable",
        "DYNAMODB, CLOCK_SKEWED, 400, InvalidSignatureException",
        "DYNAMODB, CREDENTIALS_EXPIRED, 400, ExpiredTokenException",
        "KMS, THROTTLED, 400, ThrottlingException",
        "KMS, INTERNAL_ERROR, 500, KMSInternalException",
        "KMS, UNAVAILABLE, 503, DependencyTimeoutException",
        "KMS, CLOCK_SKEWED, 400, InvalidSignatureException",
        "KMS, CREDENTIALS_EXPIRED, 400, ExpiredTokenException",
        "S3, THROTTLED, 503, SlowDown",
        "S3, INTERNAL_ERROR, 500, InternalError",
        "S3, UNAVAILABLE, 503, ServiceUnavailable",
        "S3, CLOCK_SKEWED, 403, RequestTimeTooSkewed",
        "S3, CREDENTIALS_EXPIRED, 400, ExpiredToken"
    })
    void the_client_reads_what_the_service_means(Service service, Refusal refusal, int status, String code) {
        wire.every(_ -> true, new Refused(refusal, Duration.ZERO, false));

        AwsServiceException seen = catchThrowableOfType(AwsServiceException.class, () -> ask(service));

        assertThat(seen.statusCode()).isEqualTo(status);
        assertThat(seen.awsErrorDetails().errorCode()).isEqualTo(code);
        assertThat(seen.isThrottlingException()).isEqualTo(refusal == Refusal.THROTTLED);
    }

    @Test
    void a_refused_head_has_no_body() {
        wire.every("HEAD object", Fault.throttled());
        try (S3Client s3 = Clients.impatient(S3Client.builder(), wire.uri())
                .forcePathStyle(true)
                .build()) {
            AwsServiceException seen = catchThrowableOfType(
                    AwsServiceException.class,
                    () -> s3.headObject(head -> head.bucket("bucket").key("key")));

            assertThat(seen.statusCode()).isEqualTo(503);
        }
    }

    private void ask(Service service) {
        switch (service) {
            case SQS -> {
                try (SqsClient sqs =
                        Clients.impatient(SqsClient.builder(), wire.uri()).build()) {
                    sqs.listQueues();
                }
            }
            case DYNAMODB -> {
                try (DynamoDbClient dynamoDb =
                        Clients.impatient(DynamoDbClient.builder(), wire.uri()).build()) {
                    dynamoDb.listTables();
                }
            }
            case KMS -> {
                try (KmsClient kms =
                        Clients.impatient(KmsClient.builder(), wire.uri()).build()) {
                    kms.listKeys();
                }
            }
            case S3 -> {
                try (S3Client s3 = Clients.impatient(S3Client.builder(), wire.uri())
                        .forcePathStyle(true)
                        .build()) {
                    s3.listObjectsV2(list -> list.bucket("bucket"));
                }
            }
        }
    }
}
