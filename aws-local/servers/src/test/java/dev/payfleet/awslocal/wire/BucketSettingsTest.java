package dev.payfleet.awslocal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.payfleet.awslocal.Clients;
import dev.payfleet.awslocal.LocalAws;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ExpirationStatus;
import software.amazon.awssdk.services.s3.model.LifecycleRule;
import software.amazon.awssdk.services.s3.model.PublicAccessBlockConfiguration;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionRule;

class BucketSettingsTest {
    private final String bucket = "b-" + UUID.randomUUID();
    private final FaultyWire wire = FaultyWire.before(LocalAws.shared().s3());
    private final S3Client s3 = Clients.s3(wire.uri());

    @BeforeEach
    void keepSettings() {
        wire.every(BucketSettings::concerns, Fault.answered(new BucketSettings()));
        s3.createBucket(create -> create.bucket(bucket));
    }

    @AfterEach
    void close() {
        s3.close();
        wire.close();
    }

    @Test
    void the_lifecycle_that_was_put_is_the_one_that_is_found() {
        s3.putBucketLifecycleConfiguration(put -> put.bucket(bucket)
                .lifecycleConfiguration(lifecycle -> lifecycle.rules(LifecycleRule.builder()
                        .id("five-days")
                        .status(ExpirationStatus.ENABLED)
                        .filter(filter -> filter.prefix(""))
                        .expiration(after -> after.days(5))
                        .build())));

        assertThat(s3.getBucketLifecycleConfiguration(get -> get.bucket(bucket)).rules())
                .singleElement()
                .satisfies(rule -> assertThat(rule.expiration().days()).isEqualTo(5));
        assertThat(wire.seen("PUT ?lifecycle"))
                .singleElement()
                .satisfies(put -> assertThat(put.text()).contains("<Days>5</Days>"));
        assertThat(wire.reached("PUT ?lifecycle")).isEmpty();
    }

    @Test
    void the_public_access_block_that_was_put_is_the_one_that_is_found() {
        PublicAccessBlockConfiguration block = PublicAccessBlockConfiguration.builder()
                .blockPublicAcls(true)
                .blockPublicPolicy(true)
                .ignorePublicAcls(true)
                .restrictPublicBuckets(false)
                .build();
        s3.putPublicAccessBlock(put -> put.bucket(bucket).publicAccessBlockConfiguration(block));

        assertThat(s3.getPublicAccessBlock(get -> get.bucket(bucket)).publicAccessBlockConfiguration())
                .isEqualTo(block);
    }

    @Test
    void the_policy_and_the_encryption_that_were_put_are_the_ones_that_are_found() {
        String policy = "{\"Version\":\"2012-10-17\",\"Statement\":[]}";
        s3.putBucketPolicy(put -> put.bucket(bucket).policy(policy));
        s3.putBucketEncryption(put -> put.bucket(bucket)
                .serverSideEncryptionConfiguration(encryption -> encryption.rules(ServerSideEncryptionRule.builder()
                        .applyServerSideEncryptionByDefault(by -> by.sseAlgorithm(ServerSideEncryption.AWS_KMS))
                        .build())));

        assertThat(s3.getBucketPolicy(get -> get.bucket(bucket)).policy()).isEqualTo(policy);
        assertThat(s3.getBucketEncryption(get -> get.bucket(bucket))
                        .serverSideEncryptionConfiguration()
                        .rules()
                        .getFirst()
                        .applyServerSideEncryptionByDefault()
                        .sseAlgorithm())
                .isEqualTo(ServerSideEncryption.AWS_KMS);
    }

    @Test
    void what_was_never_put_or_was_deleted_is_missed_in_s3s_words() {
        s3.putBucketPolicy(put -> put.bucket(bucket).policy("{}"));
        s3.deleteBucketPolicy(delete -> delete.bucket(bucket));

        assertMissing(() -> s3.getBucketPolicy(get -> get.bucket(bucket)), "NoSuchBucketPolicy");
        assertMissing(
                () -> s3.getBucketLifecycleConfiguration(get -> get.bucket(bucket)), "NoSuchLifecycleConfiguration");
        assertMissing(() -> s3.getPublicAccessBlock(get -> get.bucket(bucket)), "NoSuchPublicAccessBlockConfiguration");
    }

    @Test
    void objects_still_go_to_the_server() {
        assertThat(s3.listObjectsV2(list -> list.bucket(bucket)).contents()).isEmpty();
        assertThat(wire.reached("GET bucket")).hasSize(1);
        assertThat(wire.reached("PUT bucket")).hasSize(1);
    }

    private static void assertMissing(ThrowingCallable call, String code) {
        assertThatThrownBy(call).isInstanceOfSatisfying(S3Exception.class, e -> {
            assertThat(e.statusCode()).isEqualTo(404);
            assertThat(e.awsErrorDetails().errorCode()).isEqualTo(code);
        });
    }
}
