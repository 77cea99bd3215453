package dev.payfleet.cache.aws;

import dev.payfleet.cache.ResultCacheContract;
import dev.payfleet.session.StoresUnderTest;
import dev.payfleet.session.aws.AwsUnderTest;
import java.nio.file.Path;

class DynamoResultCacheTest extends ResultCacheContract {
    @Override
    protected StoresUnderTest open(Path folder) {
        return AwsUnderTest.fresh();
    }
}
