package dev.payfleet.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SecretTest {
    private static final String VALUE = "Tr0ub4dor&3 ünïcode";

    @Test
    void itRevealsWhatItWasGiven() {
        assertThat(Secret.of(VALUE).reveal()).isEqualTo(VALUE);
        assertThat(Secret.takeOwnershipOf(new byte[] {1, 2}).bytes()).containsExactly(1, 2);
    }

    @Test
    void itPrintsAsRedactedWhereverItIsPrinted() {
        Secret secret = Secret.of(VALUE);
        Credential credential = new Credential(secret, secret);

        assertThat(secret).hasToString("<redacted>");
        assertThat(credential)
                .hasToString("Credential[username=<redacted>, password=<redacted>, authenticator=Optional.empty]");
        assertThat(new Credential(secret, secret, Optional.of(secret)).toString())
                .doesNotContain("Tr0ub");
        assertThat(List.of(Map.of("key", secret))).hasToString("[{key=<redacted>}]");
        assertThat(Optional.of(secret)).hasToString("Optional[<redacted>]");
        assertThat("%s and %10s".formatted(secret, secret)).isEqualTo("<redacted> and <redacted>");
        assertThat(new IllegalStateException("failed with " + credential))
                .hasMessage("failed with " + credential)
                .hasMessageNotContaining("Tr0ub");
        assertThat(new StoredCredential(credential, "f").toString()).doesNotContain("Tr0ub");
    }

    @Test
    void aCredentialIsOverwrittenWhole() {
        Credential credential = new Credential(Secret.of("a"), Secret.of("b"), Optional.of(Secret.of("c")));

        credential.close();

        assertThat(List.of(
                        credential.username(),
                        credential.password(),
                        credential.authenticator().orElseThrow()))
                .allSatisfy(secret -> assertThatThrownBy(secret::reveal).isInstanceOf(IllegalStateException.class));
    }

    @Test
    void aFailedComparisonDoesNotShowIt() {
        assertThatThrownBy(() -> assertThat(Secret.of(VALUE)).isEqualTo(Secret.of("other value")))
                .hasMessageNotContaining("Tr0ub")
                .hasMessageNotContaining("other value");
    }

    @Test
    void equalValuesAreEqualAndTheirHashTellsNothing() {
        assertThat(Secret.of(VALUE)).isEqualTo(Secret.of(VALUE)).isNotEqualTo(Secret.of("other"));
        assertThat(Secret.of(VALUE)).hasSameHashCodeAs(Secret.of("other"));
    }

    @Test
    void closingOverwritesTheValueAndEndsItsUse() {
        byte[] value = {1, 2, 3};
        Secret secret = Secret.takeOwnershipOf(value);

        secret.close();
        secret.close();

        assertThat(value).containsOnly(0);
        assertThatThrownBy(secret::reveal).isInstanceOf(IllegalStateException.class);
        assertThat(secret).isNotEqualTo(Secret.takeOwnershipOf(new byte[3]));
    }

    @Test
    void whatItHandsOutIsACopy() {
        Secret secret = Secret.takeOwnershipOf(new byte[] {1, 2, 3});

        secret.bytes()[0] = 9;

        assertThat(secret.bytes()).containsExactly(1, 2, 3);
    }

    @Test
    void itCannotBeSerialized() {
        assertThat(Serializable.class.isAssignableFrom(Secret.class)).isFalse();
    }
}
