package dev.payfleet.session.embedded;

import dev.payfleet.session.DepartureLogContract;
import dev.payfleet.session.StoresUnderTest;
import java.nio.file.Path;

class SqliteDepartureLogTest extends DepartureLogContract {
    @Override
    protected StoresUnderTest open(Path folder) {
        return EmbeddedUnderTest.in(folder);
    }
}
