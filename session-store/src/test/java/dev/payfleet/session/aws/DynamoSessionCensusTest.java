package dev.payfleet.session.aws;

import dev.payfleet.session.SessionCensusContract;
import dev.payfleet.session.StoresUnderTest;
import java.nio.file.Path;

class DynamoSessionCensusTest extends SessionCensusContract {
    @Override
    protected StoresUnderTest open(Path folder) {
        return AwsUnderTest.fresh();
    }
}
