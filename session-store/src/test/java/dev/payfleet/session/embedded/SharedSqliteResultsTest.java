package dev.payfleet.session.embedded;

import dev.payfleet.cache.SharedResultsContract;
import dev.payfleet.session.StoresUnderTest;
import java.nio.file.Path;

class SharedSqliteResultsTest extends SharedResultsContract {
    @Override
    protected StoresUnderTest open(Path folder) {
        return EmbeddedUnderTest.in(folder);
    }
}
