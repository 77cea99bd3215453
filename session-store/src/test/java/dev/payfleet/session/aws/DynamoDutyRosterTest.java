package dev.payfleet.session.aws;

import dev.payfleet.session.DutyRosterContract;
import dev.payfleet.session.StoresUnderTest;
import java.nio.file.Path;

class DynamoDutyRosterTest extends DutyRosterContract {
    @Override
    protected StoresUnderTest open(Path folder) {
        return AwsUnderTest.fresh();
    }
}
