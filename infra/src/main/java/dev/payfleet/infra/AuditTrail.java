package dev.payfleet.infra;

import java.util.List;
import software.amazon.awscdk.services.cloudtrail.AddEventSelectorOptions;
import software.amazon.awscdk.services.cloudtrail.DataResourceType;
import software.amazon.awscdk.services.cloudtrail.ReadWriteType;
import software.amazon.awscdk.services.cloudtrail.Trail;
import software.amazon.awscdk.services.s3.Bucket;
import software.constructs.Construct;

/// Who called what: every use of a key, and every reading of evidence or of a large result. It goes to the audit
/// log, where it is counted, and into a bucket where its files can be checked for completeness.
final class AuditTrail extends Construct {
    AuditTrail(Construct scope, Rights rights, Bucket accessLogs) {
        super(scope, "AuditTrail");
        Deployment deployment = rights.deployment();
        PrivateBucket kept = new PrivateBucket(
                this,
                "Trail",
                "%s-trail-%s".formatted(deployment.name(), deployment.account()),
                rights.keys().storage(),
                PrivateBucket.Forgetting.all(Life.AUDIT),
                accessLogs);
        Trail trail = Trail.Builder.create(this, "Calls")
                .trailName(deployment.name())
                .bucket(kept.bucket())
                .encryptionKey(rights.keys().storage())
                .enableFileValidation(true)
                .isMultiRegionTrail(false)
                .includeGlobalServiceEvents(true)
                .managementEvents(ReadWriteType.ALL)
                .sendToCloudWatchLogs(true)
                .cloudWatchLogGroup(rights.logs().audit())
                .build();
        trail.addEventSelector(
                DataResourceType.S3_OBJECT,
                List.of(
                        rights.evidence().bucket().getBucketArn() + "/",
                        rights.results().bucket().getBucketArn() + "/"),
                AddEventSelectorOptions.builder()
                        .readWriteType(ReadWriteType.READ_ONLY)
                        .includeManagementEvents(false)
                        .build());
    }
}
