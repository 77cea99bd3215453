package dev.payfleet.worker.retention.aws;

import dev.payfleet.worker.retention.BrokenPromise;
import dev.payfleet.worker.retention.KeptPlace;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.LifecycleRule;
import software.amazon.awssdk.services.s3.model.PublicAccessBlockConfiguration;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionByDefault;

/// A bucket that nobody outside may see, that encrypts under the named key, speaks TLS alone, keeps no versions,
/// and forgets in time. A version would keep what the lifecycle deletes.
public final class BucketPlace implements KeptPlace {
    private final S3Client s3;
    private final String bucket;
    private final String key;
    private final LifecyclePromise lifecycle;

    /// @param key the ARN of the KMS key
    /// @param prefix what the names begin with that must be forgotten; empty for all
    /// @param mostDays after how many days at the latest
    public BucketPlace(S3Client s3, String bucket, String key, String prefix, int mostDays) {
        this.s3 = s3;
        this.bucket = bucket;
        this.key = key;
        this.lifecycle = new LifecyclePromise(prefix, mostDays);
    }

    @Override
    public String name() {
        return "bucket " + bucket;
    }

    @Override
    public List<BrokenPromise> brokenPromises() {
        return List.of(
                        new Question("public access block", "all four on", this::publicAccess),
                        new Question("default encryption", "aws:kms with " + key, this::encryption),
                        new Question("lifecycle", lifecycle.words(), this::forgetting),
                        new Question("versioning", "never switched on", this::versioning),
                        new Question("policy", "a denial of all that comes without TLS", this::tls))
                .stream()
                .flatMap(question -> question.ask(name()).stream())
                .toList();
    }

    private Optional<String> publicAccess() {
        PublicAccessBlockConfiguration found =
                s3.getPublicAccessBlock(ask -> ask.bucket(bucket)).publicAccessBlockConfiguration();
        boolean all = Boolean.TRUE.equals(found.blockPublicAcls())
                && Boolean.TRUE.equals(found.ignorePublicAcls())
                && Boolean.TRUE.equals(found.blockPublicPolicy())
                && Boolean.TRUE.equals(found.restrictPublicBuckets());
        return all
                ? Optional.empty()
                : Optional.of("BlockPublicAcls %s, IgnorePublicAcls %s, BlockPublicPolicy %s, RestrictPublicBuckets %s"
                        .formatted(
                                found.blockPublicAcls(),
                                found.ignorePublicAcls(),
                                found.blockPublicPolicy(),
                                found.restrictPublicBuckets()));
    }

    private Optional<String> encryption() {
        List<ServerSideEncryptionByDefault> found =
                s3.getBucketEncryption(ask -> ask.bucket(bucket)).serverSideEncryptionConfiguration().rules().stream()
                        .flatMap(rule -> Optional.ofNullable(rule.applyServerSideEncryptionByDefault()).stream())
                        .toList();
        boolean ours = found.stream()
                .anyMatch(rule ->
                        rule.sseAlgorithm() == ServerSideEncryption.AWS_KMS && key.equals(rule.kmsMasterKeyID()));
        return ours
                ? Optional.empty()
                : Optional.of(found.stream()
                        .findFirst()
                        .map(rule -> rule.sseAlgorithmAsString() + " with " + rule.kmsMasterKeyID())
                        .orElse("none"));
    }

    private Optional<String> forgetting() {
        List<LifecycleRule> rules =
                s3.getBucketLifecycleConfiguration(ask -> ask.bucket(bucket)).rules();
        return lifecycle.brokenBy(rules);
    }

    private Optional<String> versioning() {
        BucketVersioningStatus status =
                s3.getBucketVersioning(ask -> ask.bucket(bucket)).status();
        return Optional.ofNullable(status).map(BucketVersioningStatus::toString);
    }

    private Optional<String> tls() {
        String policy = s3.getBucketPolicy(ask -> ask.bucket(bucket)).policy();
        return BucketPolicy.of(policy).deniesWithoutTls(bucket) ? Optional.empty() : Optional.of("no such denial");
    }
}
