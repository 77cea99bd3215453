package dev.payfleet.session.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.payfleet.session.ConnectionKey;
import dev.payfleet.session.SealBrokenException;
import dev.payfleet.session.Sealer;
import dev.payfleet.session.SealerContract;
import dev.payfleet.session.sealing.EnvelopeSealer;
import dev.payfleet.session.sealing.KeyChoice;
import dev.payfleet.session.sealing.SealedHeader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileSealerTest extends SealerContract {
    private static final ConnectionKey LONGEST = new ConnectionKey("c".repeat(128), "p".repeat(128));
    private static final String PURPOSE = "result/" + "f".repeat(64);

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
        KeyFile key = keyFile(name);
        return new EnvelopeSealer(() -> RawAesKeyring.of(key.id(), key.key()));
    }

    private KeyFile keyFile(String name) {
        return KeyFile.readOrCreate(folder.resolve(name));
    }

    @Test
    void theFirstBytesNameTheKeyWhateverFollows() {
        byte[] sealed = sealer().seal(LONGEST, PURPOSE, new byte[100_000]);

        assertThat(SealedHeader.key(sealed)).contains(keyFile("one.key").id());
        assertThat(SealedHeader.key(Arrays.copyOf(sealed, SealedHeader.LONGEST)))
                .contains(keyFile("one.key").id());
    }

    @Test
    void whatIsNoRecordNamesNoKey() {
        byte[] sealed = sealer().seal(LONGEST, PURPOSE, new byte[1]);

        assertThat(SealedHeader.key(new byte[0])).isEmpty();
        assertThat(SealedHeader.key(new byte[] {1})).isEmpty();
        assertThat(SealedHeader.key(Arrays.copyOf(sealed, 60))).isEmpty();
        assertThat(SealedHeader.key(new byte[500])).isEmpty();
    }

    @Test
    void ofSeveralKeysOneSealsAndAllOpen() {
        String one = keyFile("one.key").id();
        String other = keyFile("other.key").id();
        KeyChoice both = new KeyChoice(one, Map.of(one, sealer(), other, sealerOfAnotherKey()));
        byte[] former = sealerOfAnotherKey().seal(LONGEST, PURPOSE, new byte[] {7});

        assertThat(both.open(LONGEST, PURPOSE, former)).containsExactly(7);
        byte[] present = both.seal(LONGEST, PURPOSE, new byte[] {8});
        assertThat(SealedHeader.key(present)).contains(one);
        assertThat(both.open(LONGEST, PURPOSE, present)).containsExactly(8);
        assertThatThrownBy(() -> sealerOfAnotherKey().open(LONGEST, PURPOSE, present))
                .isInstanceOf(SealBrokenException.class);
    }
}
