package dev.payfleet.session.embedded;

import dev.payfleet.session.DutyRosterContract;
import dev.payfleet.session.StoresUnderTest;
import java.nio.file.Path;

class SqliteDutyRosterTest extends DutyRosterContract {
    @Override
    protected StoresUnderTest open(Path folder) {
        return EmbeddedUnderTest.in(folder);
    }
}
