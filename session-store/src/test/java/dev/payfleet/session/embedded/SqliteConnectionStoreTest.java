package dev.payfleet.session.embedded;

import dev.payfleet.session.ConnectionStoreContract;
import dev.payfleet.session.StoresUnderTest;
import java.nio.file.Path;

class SqliteConnectionStoreTest extends ConnectionStoreContract {
    @Override
    protected StoresUnderTest open(Path folder) {
        return EmbeddedUnderTest.in(folder);
    }
}
