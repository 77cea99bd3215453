package dev.payfleet.session.aws;

import dev.payfleet.session.DepartureLogContract;
import dev.payfleet.session.StoresUnderTest;
import java.nio.file.Path;

class DynamoDepartureLogTest extends DepartureLogContract {
    @Override
    protected StoresUnderTest open(Path folder) {
        return AwsUnderTest.fresh();
    }
}
