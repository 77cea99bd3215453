package dev.payfleet.session.embedded;

import dev.payfleet.session.SessionStoreContract;
import dev.payfleet.session.StoresUnderTest;
import java.nio.file.Path;

class SqliteSessionStoreTest extends SessionStoreContract {
    @Override
    protected StoresUnderTest open(Path folder) {
        return EmbeddedUnderTest.in(folder);
    }
}
