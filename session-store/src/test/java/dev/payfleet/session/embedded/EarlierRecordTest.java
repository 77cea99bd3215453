package dev.payfleet.session.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.payfleet.session.ConnectionKey;
import dev.payfleet.session.Credential;
import dev.payfleet.session.Secret;
import dev.payfleet.session.StoredCredential;
import dev.payfleet.sqlite.OwnerOnlyFile;
import dev.payfleet.sqlite.Sql;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Records that an earlier version of this program wrote.
@Timeout(120)
class EarlierRecordTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final ConnectionKey ANN = new ConnectionKey("acme", "ann");

    /// Made for this test and used for nothing else.
    private static final String KEY = "payfleet-key-1 4fc1f10969e14c80 iP/K2/9viLiE+Q8ENrzgc7R4iiWmJ6SPcKWy7681wq4=\n";

    /// Of user name "someone" and password "correct horse", from before there were authenticators.
    private static final String SEALED = "AQIEeL7kgke2rT1LsAJYTjhtZjL3ne8hx7quTUqsmWL/xPPmADYAAwAKY29ubmVjdGlvbgADYW5u"
            + "AAdwdXJwb3NlAApjcmVkZW50aWFsAAZ0ZW5hbnQABGFjbWUAAQARcGF5ZmxlZXQta2V5LWZpbGUAJDRmYzFmMTA5NjllMTRjODAAAACA"
            + "AAAADEWnLcdKF5ZckHQzYQAwStAxVebou7VYfwJDJtCuUMqremcTUOUJffQZR+n+oBMY2KyUfepkWKq08HGyQ6BoAgAAEACeIC2djzVo"
            + "0sCBTFwIcXtaczBf1Ph+0dofjjleJteTiVZJOoV76yCccdsUWtkk4fn/////AAAAAQAAAAAAAAAAAAAAAQAAABhkg7e2kVi2lxZ1Dgoo"
            + "ykNvzQcEdG6savGiqQHFvdaGkbeEqE+9GSjY";

    private static final String FINGERPRINT = "db66f023b4abfe21ecf4c86483c1b936c822b3738fdfbce13e261f16c1ad58d2";

    @TempDir
    Path folder;

    @Test
    void aCredentialFromBeforeThereWereAuthenticatorsOpensWithItsFingerprint() throws IOException {
        OwnerOnlyFile.create(
                folder.resolve("payfleet.key"), draft -> Files.writeString(draft, KEY, StandardCharsets.US_ASCII));
        try (EmbeddedUnderTest stores = EmbeddedUnderTest.in(folder)) {
            stores.connections().connect(ANN, "larkspur", new Credential(Secret.of("a"), Secret.of("b")), NOW);
            stores.file()
                    .write(c -> Sql.update(c, "UPDATE credential SET sealed = ?", (Object)
                            Base64.getDecoder().decode(SEALED)));

            StoredCredential stored = stores.connections().credential(ANN).orElseThrow();

            assertThat(stored.credential().username().reveal()).isEqualTo("someone");
            assertThat(stored.credential().password().reveal()).isEqualTo("correct horse");
            assertThat(stored.credential().authenticator()).isEmpty();
            assertThat(stored.fingerprint()).isEqualTo(FINGERPRINT);
        }
    }
}
