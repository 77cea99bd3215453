package dev.payfleet.session.embedded;

import dev.payfleet.session.SessionCensusContract;
import dev.payfleet.session.StoresUnderTest;
import java.nio.file.Path;

class SqliteSessionCensusTest extends SessionCensusContract {
    @Override
    protected StoresUnderTest open(Path folder) {
        return EmbeddedUnderTest.in(folder);
    }
}
