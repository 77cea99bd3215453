package dev.payfleet.worker.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.payfleet.worker.browser.ChromiumSandbox;
import dev.payfleet.worker.cli.Shell.Ran;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is wrong with the machine: one line, the right exit code, and nothing lost.
final class SetUpTroubleTest {
    @TempDir
    private Path folder;

    private Shell shell;

    @BeforeEach
    void open() {
        shell = new Shell(folder);
    }

    @Test
    void a_key_file_that_others_can_read_is_refused() throws IOException {
        shell.run("queue");
        Files.setPosixFilePermissions(key(), PosixFilePermissions.fromString("rw-r--r--"));

        Ran ran = shell.run("queue");

        assertOneLine(ran, ExitCode.SETUP);
        assertThat(ran.err()).startsWith("payfleet: the key file " + key()).contains("chmod 600");
    }

    @Test
    void a_key_file_that_is_none_is_refused() throws IOException {
        shell.run("queue");
        Files.writeString(key(), "hunter2\n");

        Ran ran = shell.run("queue");

        assertOneLine(ran, ExitCode.SETUP);
        assertThat(ran.err()).contains("expected in each line").doesNotContain("hunter2");
    }

    @Test
    void a_key_file_of_another_store_is_refused() throws IOException {
        shell.run("queue");
        Files.delete(key());

        Ran ran = shell.run("queue");

        assertOneLine(ran, ExitCode.STORE);
        assertThat(ran.err()).contains("does not match the database", "restore that key file");
    }

    @Test
    void a_damaged_store_is_refused_and_left_as_it_is() throws IOException {
        shell.run("queue");
        byte[] noise = "SQLite format 3\0 and then nothing that makes sense"
                .repeat(200)
                .getBytes(StandardCharsets.US_ASCII);
        Files.write(store(), noise);

        Ran ran = shell.run("queue");

        assertOneLine(ran, ExitCode.STORE);
        assertThat(ran.err()).startsWith("payfleet: the database " + store());
        assertThat(Files.readAllBytes(store())).isEqualTo(noise);
    }

    @Test
    void work_without_a_way_out_says_what_to_set() {
        Ran ran = shell.run("work");

        assertOneLine(ran, ExitCode.SETUP);
        assertThat(ran.err())
                .isEqualTo("payfleet: no way out is set; set PAYFLEET_PROXY to HOST:PORT of the proxy, or"
                        + " PAYFLEET_DIRECT=true to go without one\n");
    }

    @Test
    void work_with_a_browser_that_is_not_there_says_how_to_get_one() {
        Ran ran = shell.with("PAYFLEET_DIRECT", "true")
                .with("PAYFLEET_BROWSER", folder.resolve("chromium").toString())
                .run("work");

        assertOneLine(ran, ExitCode.SETUP);
        assertThat(ran.err())
                .endsWith("chromium is not an executable file: run ./payfleet setup, or set PAYFLEET_BROWSER to a"
                        + " Chromium's path\n");
    }

    @Test
    void work_as_root_is_refused_unless_it_is_told_to_go_without_the_sandbox() {
        assumeFalse(ChromiumSandbox.possible(), "only root has no sandbox");

        Ran ran = shell.with("PAYFLEET_DIRECT", "true")
                .with("PAYFLEET_SANDBOX", "on")
                .run("work", "--until-empty");

        assertOneLine(ran, ExitCode.SETUP);
        assertThat(ran.err())
                .isEqualTo("payfleet: Chromium has no sandbox as root; run as another user, or set PAYFLEET_SANDBOX=off"
                        + " to go without one\n");
    }

    @Test
    void every_wrong_setting_is_named_at_once() {
        Ran ran = shell.with("PAYFLEET_VISIBILITY", "hunter2")
                .with("PAYFLEET_LANES", "0")
                .run("work");

        assertOneLine(ran, ExitCode.SETUP);
        assertThat(ran.err())
                .contains("PAYFLEET_VISIBILITY: ", "PAYFLEET_LANES: ")
                .doesNotContain("hunter2");
    }

    @Test
    void work_with_evidence_that_others_can_open_says_what_was_found_and_expected() throws IOException {
        shell.run("queue");
        Path evidence = Files.createDirectory(shell.home().resolve("evidence"));
        Files.setPosixFilePermissions(evidence, PosixFilePermissions.fromString("rwxr-xr-x"));

        Ran ran = shell.with("PAYFLEET_DIRECT", "true").run("work");

        assertOneLine(ran, ExitCode.SETUP);
        assertThat(ran.err())
                .isEqualTo(
                        "payfleet: what is kept is not kept as promised: folder " + evidence + ", permissions: found 1"
                                + " open to others (rwxr-xr-x), expected rwx------ and rw-------; put it right first\n");
    }

    @Test
    void work_with_grant_keys_that_are_none_says_so() throws IOException {
        Path keys = Files.writeString(folder.resolve("keys.json"), "hunter2");

        Ran ran = shell.with("PAYFLEET_DIRECT", "true")
                .with("PAYFLEET_GRANT_KEYS", keys.toString())
                .with("PAYFLEET_GRANT_ISSUER", "https://api.example")
                .run("work");

        assertOneLine(ran, ExitCode.SETUP);
        assertThat(ran.err())
                .isEqualTo(
                        "payfleet: PAYFLEET_GRANT_KEYS: expected a JWKS file: {\"keys\": [...]}; correct the file\n");
    }

    @Test
    void lanes_out_of_range_are_wrong_usage() {
        Ran ran = shell.run("work", "--lanes", "0");

        assertOneLine(ran, ExitCode.USAGE);
        assertThat(ran.err()).isEqualTo("payfleet: --lanes: out of range; expected 1 to 64\n");
    }

    @Test
    void a_home_that_cannot_be_made_is_refused() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        Ran ran = shell.with("PAYFLEET_HOME", file.resolve("home").toString()).run("queue");

        assertOneLine(ran, ExitCode.SETUP);
        assertThat(ran.err()).contains("PAYFLEET_HOME");
    }

    private static void assertOneLine(Ran ran, ExitCode code) {
        assertThat(ran.err()).startsWith("payfleet: ").hasLineCount(1).doesNotContain("Exception", "\tat ");
        assertThat(ran.out()).isEmpty();
        assertThat(ran.code()).isEqualTo(code.code());
    }

    private Path key() {
        return shell.home().resolve("key");
    }

    private Path store() {
        return shell.home().resolve("payfleet.db");
    }
}
