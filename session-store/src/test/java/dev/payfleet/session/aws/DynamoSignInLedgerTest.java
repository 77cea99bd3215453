package dev.payfleet.session.aws;

import dev.payfleet.session.SignInLedgerContract;
import dev.payfleet.session.StoresUnderTest;
import java.nio.file.Path;

class DynamoSignInLedgerTest extends SignInLedgerContract {
    @Override
    protected StoresUnderTest open(Path folder) {
        return AwsUnderTest.fresh();
    }
}
