package dev.payfleet.session.embedded;

import dev.payfleet.cache.FrontedResultCacheContract;
import dev.payfleet.session.StoresUnderTest;
import java.nio.file.Path;

class FrontedSqliteResultCacheTest extends FrontedResultCacheContract {
    @Override
    protected StoresUnderTest behind(Path folder) {
        return EmbeddedUnderTest.in(folder);
    }
}
