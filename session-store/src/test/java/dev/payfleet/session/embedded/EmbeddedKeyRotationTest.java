package dev.payfleet.session.embedded;

import dev.payfleet.session.KeyRotationContract;
import dev.payfleet.session.StoresUnderTest;
import java.nio.file.Path;

class EmbeddedKeyRotationTest extends KeyRotationContract {
    @Override
    protected StoresUnderTest open(Path folder) {
        return EmbeddedUnderTest.in(folder);
    }
}
