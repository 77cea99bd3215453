package dev.payfleet.session.embedded;

import dev.payfleet.session.SignInLedgerContract;
import dev.payfleet.session.StoresUnderTest;
import java.nio.file.Path;

class SqliteSignInLedgerTest extends SignInLedgerContract {
    @Override
    protected StoresUnderTest open(Path folder) {
        return EmbeddedUnderTest.in(folder);
    }
}
