package dev.payfleet.session.embedded;

import dev.payfleet.session.ChallengeDeskContract;
import dev.payfleet.session.StoresUnderTest;
import java.nio.file.Path;

class SqliteChallengeDeskTest extends ChallengeDeskContract {
    @Override
    protected StoresUnderTest open(Path folder) {
        return EmbeddedUnderTest.in(folder);
    }
}
