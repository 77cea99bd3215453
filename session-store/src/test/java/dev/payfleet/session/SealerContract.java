package dev.payfleet.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What every [Sealer] does.
public abstract class SealerContract {
    private static final ConnectionKey ANN = new ConnectionKey("acme", "ann");
    private static final String PLAIN = "hunter2-is-no-password";

    private Sealer sealer;

    protected abstract Sealer sealer();

    /// A sealer like [#sealer()] with another key.
    protected abstract Sealer sealerOfAnotherKey();

    @BeforeEach
    final void makeSealer() {
        sealer = sealer();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1000, 1_000_000})
    void opensWhatItSealed(int length) {
        byte[] plain = new byte[length];
        new Random(length).nextBytes(plain);

        assertThat(sealer.open(ANN, "session", sealer.seal(ANN, "session", plain)))
                .isEqualTo(plain);
    }

    @Test
    void aSealedRecordDoesNotShowWhatItHolds() {
        assertThat(new String(sealed(), StandardCharsets.ISO_8859_1)).doesNotContain("hunter2");
    }

    @Test
    void theSameIsSealedDifferentlyEachTime() {
        assertThat(sealed()).isNotEqualTo(sealed());
    }

    @Test
    void theVersionOfTheLayoutComesFirst() {
        byte[] sealed = sealed();
        assertThat(sealed[0]).isEqualTo((byte) 1);

        sealed[0] = 2;

        assertRefused(() -> sealer.open(ANN, "session", sealed)).hasMessageContaining("layout");
    }

    @Test
    void underAnotherConnectionItDoesNotOpen() {
        assertRefused(() -> sealer.open(new ConnectionKey("acme", "ben"), "session", sealed()))
                .hasMessageContaining("acme/ben")
                .hasMessageContaining("another connection");
    }

    @Test
    void underAnotherTenantItDoesNotOpen() {
        assertRefused(() -> sealer.open(new ConnectionKey("zenith", "ann"), "session", sealed()))
                .hasMessageContaining("zenith/ann");
    }

    @Test
    void forAnotherPurposeItDoesNotOpen() {
        assertRefused(() -> sealer.open(ANN, "credential", sealed())).hasMessageContaining("credential");
    }

    @Test
    void withAnotherKeyItDoesNotOpen() {
        assertRefused(() -> sealerOfAnotherKey().open(ANN, "session", sealed()));
    }

    /// A changed record may still open as what was sealed: nothing depends on the number of the last frame in the
    /// message format, and Java's library does not look at it. It must never open as anything else.
    @Test
    void whereverAByteIsChangedItOpensAsWhatWasSealedOrNotAtAll() {
        byte[] sealed = sealed();
        int refused = 0;
        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 0x10;
            try {
                assertThat(sealer.open(ANN, "session", changed))
                        .asString(StandardCharsets.UTF_8)
                        .isEqualTo(PLAIN);
            } catch (SealBrokenException expected) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThanOrEqualTo(sealed.length - 4);
    }

    @Test
    void whereverItIsCutOffItDoesNotOpen() {
        byte[] sealed = sealed();
        for (int length = 0; length < sealed.length; length += 7) {
            byte[] cut = Arrays.copyOf(sealed, length);
            assertRefused(() -> sealer.open(ANN, "session", cut));
        }
    }

    private byte[] sealed() {
        return sealer.seal(ANN, "session", PLAIN.getBytes(StandardCharsets.UTF_8));
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> assertRefused(ThrowingCallable opening) {
        return assertThatThrownBy(opening)
                .isInstanceOf(SealBrokenException.class)
                .hasNoCause()
                .hasMessageNotContaining("hunter2");
    }
}
