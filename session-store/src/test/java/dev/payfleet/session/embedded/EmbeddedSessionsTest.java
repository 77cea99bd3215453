package dev.payfleet.session.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.payfleet.session.ConnectionKey;
import dev.payfleet.session.Credential;
import dev.payfleet.session.Secret;
import dev.payfleet.session.StoredCredential;
import dev.payfleet.sqlite.SqliteFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class EmbeddedSessionsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final ConnectionKey ANN = new ConnectionKey("acme", "ann");

    @TempDir
    Path folder;

    @Test
    void whatWasStoredOpensAfterARestart() {
        String fingerprint;
        try (EmbeddedUnderTest stores = EmbeddedUnderTest.in(folder)) {
            stores.connections().connect(ANN, "larkspur", new Credential(Secret.of("ann"), Secret.of("horse")), NOW);
            fingerprint = stores.connections().credential(ANN).orElseThrow().fingerprint();
        }

        try (EmbeddedUnderTest stores = EmbeddedUnderTest.in(folder)) {
            StoredCredential stored = stores.connections().credential(ANN).orElseThrow();
            assertThat(stored.credential().password().reveal()).isEqualTo("horse");
            assertThat(stored.fingerprint()).isEqualTo(fingerprint);
        }
    }

    @Test
    void anotherKeyFileIsRefusedAndNothingIsChanged() throws Exception {
        EmbeddedUnderTest.in(folder).close();
        byte[] before = Files.readAllBytes(folder.resolve("payfleet.db"));
        KeyFile other = KeyFile.readOrCreate(folder.resolve("other.key"));

        try (SqliteFile file = SqliteFile.open(folder.resolve("payfleet.db"))) {
            assertThatThrownBy(() -> EmbeddedSessions.open(file, other))
                    .isInstanceOf(KeyFileException.class)
                    .hasMessageContaining("other.key")
                    .hasMessageContaining("does not match the database")
                    .hasMessageContaining("restore that key file");
        }

        assertThat(folder.resolve("payfleet.db")).hasBinaryContent(before);
        EmbeddedUnderTest.in(folder).close();
    }

    @Test
    void twoKeysGiveTheSameCredentialDifferentFingerprints() throws Exception {
        String first = fingerprintIn(Files.createDirectory(folder.resolve("one")));
        String second = fingerprintIn(Files.createDirectory(folder.resolve("two")));

        assertThat(first).isNotEqualTo(second);
    }

    @Test
    void warmingUpEndsByItself() throws Exception {
        try (EmbeddedUnderTest stores = EmbeddedUnderTest.in(folder)) {
            Thread warmUp = stores.sessionsOfFile().warmUp();

            assertThat(warmUp.isDaemon()).isTrue();
            assertThat(warmUp.join(Duration.ofSeconds(60))).isTrue();
        }
    }

    private static String fingerprintIn(Path folder) {
        try (EmbeddedUnderTest stores = EmbeddedUnderTest.in(folder)) {
            stores.connections().connect(ANN, "larkspur", new Credential(Secret.of("ann"), Secret.of("horse")), NOW);
            return stores.connections().credential(ANN).orElseThrow().fingerprint();
        }
    }
}
