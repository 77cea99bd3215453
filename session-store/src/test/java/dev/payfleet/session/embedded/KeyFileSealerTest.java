package dev.payfleet.session.embedded;

import dev.payfleet.session.Sealer;
import dev.payfleet.session.SealerContract;
import dev.payfleet.session.sealing.EnvelopeSealer;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class KeyFileSealerTest extends SealerContract {
    @TempDir
    Path folder;

    @Override
    protected Sealer sealer() {
        return sealer("one.key");
    }

    @Override
    protected Sealer sealerOfAnotherKey() {
        return sealer("other.key");
    }

    private Sealer sealer(String name) {
        KeyFile key = KeyFile.readOrCreate(folder.resolve(name));
        return new EnvelopeSealer(() -> RawAesKeyring.of(key.id(), key.key()));
    }
}
