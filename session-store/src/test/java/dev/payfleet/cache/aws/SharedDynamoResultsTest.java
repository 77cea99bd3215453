package dev.payfleet.cache.aws;

import dev.payfleet.cache.SharedResultsContract;
import dev.payfleet.session.StoresUnderTest;
import dev.payfleet.session.aws.AwsUnderTest;
import java.nio.file.Path;

class SharedDynamoResultsTest extends SharedResultsContract {
    @Override
    protected StoresUnderTest open(Path folder) {
        return AwsUnderTest.fresh();
    }
}
