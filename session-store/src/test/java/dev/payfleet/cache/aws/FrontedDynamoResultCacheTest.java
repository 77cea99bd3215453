package dev.payfleet.cache.aws;

import dev.payfleet.cache.FrontedResultCacheContract;
import dev.payfleet.session.StoresUnderTest;
import dev.payfleet.session.aws.AwsUnderTest;
import java.nio.file.Path;

class FrontedDynamoResultCacheTest extends FrontedResultCacheContract {
    @Override
    protected StoresUnderTest behind(Path folder) {
        return AwsUnderTest.fresh();
    }
}
