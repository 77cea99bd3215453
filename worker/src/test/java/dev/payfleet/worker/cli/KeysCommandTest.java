package dev.payfleet.worker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.payfleet.session.ConnectionKey;
import dev.payfleet.session.Credential;
import dev.payfleet.session.Secret;
import dev.payfleet.session.aws.SessionTables;
import dev.payfleet.worker.cli.Shell.Ran;
import dev.payfleet.worker.drill.aws.RestorableDeployment;
import dev.payfleet.worker.fleet.Fleet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 3, unit = TimeUnit.MINUTES)
final class KeysCommandTest {
    private static final ConnectionKey ADA = new ConnectionKey("acme", "c-1");

    @TempDir
    private Path folder;

    @Test
    void says_what_can_be_done() {
        Ran ran = new Shell(folder).run("keys");

        assertThat(ran.code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(ran.err()).contains("expected status or rotate after it");
    }

    @Test
    void counts_what_is_sealed_under_the_key_file() throws IOException {
        Shell shell = new Shell(folder);
        connectAda(shell);
        String id = Files.readString(shell.home().resolve("key")).split(" ", -1)[1];

        assertThat(shell.run("keys", "status").out())
                .containsPattern("key file │ " + id.substring(0, 8) + " │ \\d{4}-.* │ now +│ +1 │")
                .doesNotContain(id);
        assertThat(shell.run("keys", "status", "--json").out())
                .matches("\\{\"keys\":\\[\\{\"of\":\"key file\",\"id\":\"" + id
                        + "\",\"since\":\"[^\"]+\",\"seals\":true,\"records\":\\{\"credentials\":1}}]}\n");
    }

    @Test
    void replaces_the_key_and_says_what_was_sealed_anew() throws IOException {
        Shell shell = new Shell(folder);
        connectAda(shell);
        String former = Files.readString(shell.home().resolve("key")).split(" ", -1)[1];

        Ran ran = shell.run("keys", "rotate");

        String present = Files.readString(shell.home().resolve("key")).split(" ", -1)[1];
        assertThat(ran.code()).isZero();
        assertThat(ran.out())
                .contains("there is a new key, 2 records to seal anew")
                .contains("waits until every process knows the new key")
                .containsPattern("2 records sealed anew in .* " + present.substring(0, 8) + " seals now, in place of "
                        + former.substring(0, 8) + "\\.");
        assertThat(present).isNotEqualTo(former);
        try (Fleet fleet = shell.fleet()) {
            assertThat(fleet.connections().credential(ADA)).isPresent();
        }
    }

    @Test
    void replaces_the_versions_of_branch_keys() {
        try (RestorableDeployment deployment = new RestorableDeployment().with(3)) {
            Shell shell = new Shell(folder);
            deployment.settings().forEach(shell::with);
            shell.with("PAYFLEET_AWS_KEY_CACHE", "1s");
            int before = deployment.count(SessionTables.BRANCH_KEYS);

            Ran ran = shell.run("keys", "rotate");

            assertThat(ran.err()).isEmpty();
            assertThat(ran.code()).isZero();
            assertThat(ran.out()).contains("3 records sealed anew in ");
            assertThat(deployment.count(SessionTables.BRANCH_KEYS)).isEqualTo(before + 2);
            assertThat(shell.run("keys", "status").out())
                    .containsPattern("branch key sessions │ [0-9a-f]{8} │ .* │ now +│ +0 │ +3 │")
                    .containsPattern("KMS +│ [0-9a-f]{8} │ unknown +│ now +│ +3 │ +0 │");
        }
    }

    @Test
    void rotates_nothing_where_there_are_no_branch_keys() {
        try (RestorableDeployment deployment = new RestorableDeployment()) {
            Shell shell = new Shell(folder);
            deployment.settings().forEach(shell::with);

            assertThat(shell.run("keys", "rotate").code()).isEqualTo(ExitCode.STORE.code());
            assertThat(deployment.count(SessionTables.BRANCH_KEYS)).isZero();
        }
    }

    private static void connectAda(Shell shell) {
        try (Fleet fleet = shell.fleet()) {
            fleet.connections()
                    .connect(ADA, "larkspur", new Credential(Secret.of("ada"), Secret.of("horse")), Instant.now());
        }
    }
}
