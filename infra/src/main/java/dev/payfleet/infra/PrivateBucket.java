package dev.payfleet.infra;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.amazon.awscdk.services.s3.ObjectOwnership;
import software.constructs.Construct;

/// A bucket that nobody outside can see, that speaks TLS 1.2 only, that takes nothing under another key than its
/// own and forgets by itself. It keeps no versions: a version would keep what the lifecycle deletes.
final class PrivateBucket extends Construct {
    private final Bucket bucket;

    /// What a bucket forgets.
    ///
    /// @param prefix what the names begin with; empty for all
    record Forgetting(Life life, String prefix) {
        static Forgetting all(Life life) {
            return new Forgetting(life, "");
        }

        /// Halves of uploads are nobody's, whatever their names.
        List<LifecycleRule> rules() {
            LifecycleRule halves = LifecycleRule.builder()
                    .id("halves")
                    .enabled(true)
                    .abortIncompleteMultipartUploadAfter(Duration.days(1))
                    .build();
            LifecycleRule.Builder forgets =
                    LifecycleRule.builder().id("forgets").enabled(true).expiration(life.cdk());
            return List.of((prefix.isEmpty() ? forgets : forgets.prefix(prefix)).build(), halves);
        }
    }

    PrivateBucket(Construct scope, String id, String name, Key key, Forgetting forgetting, Bucket accessLogs) {
        super(scope, id);
        this.bucket = Bucket.Builder.create(this, "Bucket")
                .bucketName(name)
                .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
                .objectOwnership(ObjectOwnership.BUCKET_OWNER_ENFORCED)
                .encryption(BucketEncryption.KMS)
                .encryptionKey(key)
                .bucketKeyEnabled(true)
                .enforceSsl(true)
                .minimumTlsVersion(1.2)
                .lifecycleRules(forgetting.rules())
                .serverAccessLogsBucket(accessLogs)
                .serverAccessLogsPrefix(id.toLowerCase(Locale.ROOT) + "/")
                .removalPolicy(RemovalPolicy.RETAIN)
                .build();
        bucket.addToResourcePolicy(Statements.denyAll(
                "OnlyEncryptedByKms",
                List.of("s3:PutObject"),
                List.of(bucket.arnForObjects("*")),
                Map.of("StringNotEqualsIfExists", Map.of("s3:x-amz-server-side-encryption", "aws:kms"))));
        bucket.addToResourcePolicy(Statements.denyAll(
                "OnlyUnderItsOwnKey",
                List.of("s3:PutObject"),
                List.of(bucket.arnForObjects("*")),
                Map.of(
                        "StringNotEqualsIfExists",
                        Map.of("s3:x-amz-server-side-encryption-aws-kms-key-id", key.getKeyArn()))));
    }

    Bucket bucket() {
        return bucket;
    }
}
