package dev.payfleet.worker.job;

import dev.payfleet.session.StoresUnderTest;
import dev.payfleet.session.aws.AwsUnderTest;
import dev.payfleet.worker.evidence.EvidenceStore;
import dev.payfleet.worker.evidence.aws.S3EvidenceStore;
import java.nio.file.Path;

class TooLateOnAwsTest extends TooLateContract {
    private static final String KEY = "arn:aws:kms:eu-west-1:000000000000:key/0a1b2c3d-0000-1111-2222-333344445555";

    private final AwsUnderTest aws = AwsUnderTest.fresh();

    @Override
    StoresUnderTest stores(Path folder) {
        return aws;
    }

    @Override
    EvidenceStore evidence(StoresUnderTest stores, Path folder) {
        return new S3EvidenceStore(aws.s3(), aws.config().bucket(), KEY);
    }
}
