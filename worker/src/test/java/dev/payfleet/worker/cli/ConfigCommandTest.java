package dev.payfleet.worker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.payfleet.worker.cli.Shell.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What `config` says of the settings in force.
final class ConfigCommandTest {
    @TempDir
    private Path folder;

    private Shell shell;

    @BeforeEach
    void open() {
        shell = new Shell(folder);
    }

    @Test
    void each_setting_is_shown_with_where_it_comes_from() throws IOException {
        Path file = Files.writeString(folder.resolve("payfleet.conf"), "visibility = 90s\n");

        Ran ran = shell.with("PAYFLEET_CONFIG", file.toString())
                .with("PAYFLEET_JOBS_IN_FLIGHT", "8")
                .run("config");

        assertThat(ran.code()).isZero();
        assertThat(line(ran, "PAYFLEET_VISIBILITY")).contains("90s", "line 1");
        assertThat(line(ran, "PAYFLEET_JOBS_IN_FLIGHT")).contains("8", "environment");
        assertThat(line(ran, "PAYFLEET_PATIENCE")).contains("30s", "default");
    }

    @Test
    void whatever_is_wrong_is_told_line_by_line_beside_what_is_right() {
        Ran ran = shell.with("PAYFLEET_VISIBILITY", "hunter2")
                .with("PAYFLEET_LANE5", "2")
                .run("config");

        assertThat(ran.code()).isEqualTo(ExitCode.SETUP.code());
        assertThat(ran.err().lines())
                .containsExactlyInAnyOrder(
                        "payfleet: PAYFLEET_LANE5: there is no such setting; did you mean PAYFLEET_LANES?"
                                + " (from the environment)",
                        "payfleet: PAYFLEET_VISIBILITY: expected a time such as 30s, 10m or 1h (from the environment)");
        assertThat(line(ran, "PAYFLEET_VISIBILITY")).contains("<refused>");
        assertThat(ran.everything()).doesNotContain("hunter2");
    }

    @Test
    void another_program_reads_it_as_json() {
        Ran ran = shell.with("PAYFLEET_LANES", "0").run("config", "--json");

        JsonNode json = JsonMapper.shared().readTree(ran.out());
        assertThat(json.at("/settings").valueStream())
                .filteredOn(each -> each.at("/name").stringValue("").equals("PAYFLEET_LANES"))
                .singleElement()
                .satisfies(each -> assertThat(each.toString())
                        .isEqualTo("{\"name\":\"PAYFLEET_LANES\",\"value\":\"<refused>\",\"from\":\"environment\"}"));
        assertThat(json.at("/faults")).hasSize(1);
        assertThat(ran.code()).isEqualTo(ExitCode.SETUP.code());
    }

    @Test
    void a_setting_is_explained_by_either_of_its_names() {
        Ran ran = shell.run("config", "--explain", "result-ttl");

        assertThat(ran.code()).isZero();
        assertThat(ran.out()).contains("PAYFLEET_RESULT_TTL", "how long a result is kept", "less than 14 days", "1h");
        assertThat(shell.run("config", "--explain", "PAYFLEET_RESULT_TTL").out())
                .isEqualTo(ran.out());
    }

    @Test
    void nothing_is_made_by_looking() {
        shell.run("config");

        assertThat(shell.home()).doesNotExist();
    }

    @Test
    void a_name_that_is_none_is_not_explained() {
        Ran ran = shell.run("config", "--explain", "hunter2");

        assertThat(ran.code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(ran.everything()).doesNotContain("hunter2");
    }

    private static String line(Ran ran, String name) {
        return ran.out().lines().filter(line -> line.contains(name)).findFirst().orElseThrow();
    }
}
