package dev.payfleet.session.aws;

import dev.payfleet.session.ChallengeDeskContract;
import dev.payfleet.session.StoresUnderTest;
import java.nio.file.Path;

class DynamoChallengeDeskTest extends ChallengeDeskContract {
    @Override
    protected StoresUnderTest open(Path folder) {
        return AwsUnderTest.fresh();
    }
}
