package dev.payfleet.session.aws;

import dev.payfleet.session.ConnectionStoreContract;
import dev.payfleet.session.StoresUnderTest;
import java.nio.file.Path;

class DynamoConnectionStoreTest extends ConnectionStoreContract {
    @Override
    protected StoresUnderTest open(Path folder) {
        return AwsUnderTest.fresh();
    }
}
