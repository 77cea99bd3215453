package dev.payfleet.session.embedded;

import dev.payfleet.cache.ResultCacheContract;
import dev.payfleet.session.StoresUnderTest;
import java.nio.file.Path;

class SqliteResultCacheTest extends ResultCacheContract {
    @Override
    protected StoresUnderTest open(Path folder) {
        return EmbeddedUnderTest.in(folder);
    }
}
