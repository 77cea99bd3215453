package dev.payfleet.worker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.payfleet.session.aws.SessionTables;
import dev.payfleet.worker.cli.Shell.Ran;
import dev.payfleet.worker.drill.aws.RestorableDeployment;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 3, unit = TimeUnit.MINUTES)
final class DeploymentCommandTest {
    /// Of each branch key: the active version, the same by its number, and the key for keyed hashes.
    private static final int PREPARED = 2 * 3;

    @TempDir
    private Path folder;

    @Test
    void makes_the_branch_keys_once() {
        try (RestorableDeployment deployment = new RestorableDeployment()) {
            Shell shell = new Shell(folder);
            deployment.settings().forEach(shell::with);

            Ran first = shell.run("deployment", "prepare");
            Ran second = shell.run("deployment", "prepare");

            assertThat(first).isEqualTo(new Ran(0, "The branch keys are there: workers can start.\n", ""));
            assertThat(second).isEqualTo(first);
            assertThat(deployment.count(SessionTables.BRANCH_KEYS)).isEqualTo(PREPARED);
        }
    }

    @Test
    void the_embedded_engine_has_no_branch_keys() {
        Ran ran = new Shell(folder).run("deployment", "prepare");

        assertThat(ran.code()).isEqualTo(ExitCode.SETUP.code());
        assertThat(ran.err())
                .isEqualTo("payfleet: the embedded engine has no deployment to look after; set PAYFLEET_ENGINE=aws and"
                        + " where the deployment lies\n");
    }

    @Test
    void says_what_can_be_done() {
        Ran ran = new Shell(folder).run("deployment");

        assertThat(ran.code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(ran.err()).contains("expected prepare after it");
    }
}
