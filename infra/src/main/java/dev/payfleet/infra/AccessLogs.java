package dev.payfleet.infra;

import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.ObjectOwnership;
import software.constructs.Construct;

/// Who read which object when. Names of objects are hashes, so that no line names a person.
final class AccessLogs extends Construct {
    private final Bucket bucket;

    AccessLogs(Construct scope, Deployment deployment) {
        super(scope, "AccessLogs");
        this.bucket = Bucket.Builder.create(this, "Bucket")
                .bucketName("%s-access-logs-%s".formatted(deployment.name(), deployment.account()))
                .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
                .objectOwnership(ObjectOwnership.BUCKET_OWNER_ENFORCED)
                // S3 delivers access logs to no bucket that is encrypted under a key of ours.
                .encryption(BucketEncryption.S3_MANAGED)
                .enforceSsl(true)
                .minimumTlsVersion(1.2)
                .lifecycleRules(PrivateBucket.Forgetting.all(Life.AUDIT).rules())
                .removalPolicy(RemovalPolicy.RETAIN)
                .build();
    }

    Bucket bucket() {
        return bucket;
    }
}
