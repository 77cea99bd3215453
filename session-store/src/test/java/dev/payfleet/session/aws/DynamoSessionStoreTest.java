package dev.payfleet.session.aws;

import dev.payfleet.session.SessionStoreContract;
import dev.payfleet.session.StoresUnderTest;
import java.nio.file.Path;

class DynamoSessionStoreTest extends SessionStoreContract {
    @Override
    protected StoresUnderTest open(Path folder) {
        return AwsUnderTest.fresh();
    }
}
