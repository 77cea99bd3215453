package dev.payfleet.worker.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Settings from a file: which source wins, and what is said of a wrong line.
class ConfigFileTest {
    @TempDir
    private Path folder;

    @Test
    void the_environment_beats_the_file_and_the_file_beats_the_default() throws IOException {
        Path file = file("# of this machine", "", "visibility = 90s", "  lanes=3");

        WorkerConfig config = WorkerConfig.read(Map.of("PAYFLEET_CONFIG", file.toString(), "PAYFLEET_LANES", "5"));

        assertThat(config.lanes()).isEqualTo(5);
        assertThat(config.visibility()).isEqualTo(Duration.ofSeconds(90));
        assertThat(config.jobsInFlight()).isEqualTo(32);
    }

    @Test
    void each_value_says_where_it_comes_from() throws IOException {
        Path file = file("", "visibility = 90s");

        Settings settings = Settings.of(Map.of("PAYFLEET_CONFIG", file.toString(), "PAYFLEET_LANES", "5"));

        assertThat(settings.faults()).isEmpty();
        assertThat(inForce(settings, Catalogue.VISIBILITY).source()).isEqualTo(new Source.FileLine(file, 2));
        assertThat(inForce(settings, Catalogue.LANES).source()).isEqualTo(new Source.Environment());
        assertThat(inForce(settings, Catalogue.PATIENCE).source()).isEqualTo(new Source.Usual());
        assertThat(inForce(settings, Catalogue.PATIENCE).shown()).contains("30s");
    }

    @Test
    void every_wrong_line_is_told_at_once_with_its_number() throws IOException {
        Path file = file("lanes = 0", "hunter2", "visibilty = 90s", "home = /a", "home = /b", "config = other.conf");

        ConfigException refused = refusal(Map.of("PAYFLEET_CONFIG", file.toString(), "PAYFLEET_PATIENCE", "ever"));

        assertThat(refused.faults())
                .containsExactlyInAnyOrder(
                        "PAYFLEET_LANES: expected 1 to 64 (from " + file + " line 1)",
                        file + " line 2: expected KEY = VALUE, with the name of a setting such as jobs-in-flight",
                        "visibilty: there is no such setting; did you mean visibility? (from " + file + " line 3)",
                        file + " line 5: expected home once, and it stands in line 4 already",
                        "config: expected it in the environment alone (from " + file + " line 6)",
                        "PAYFLEET_PATIENCE: expected a time such as 30s, 10m or 1h (from the environment)");
        assertThat(refused).hasMessageNotContaining("hunter2");
    }

    @Test
    void a_value_is_what_stands_there() throws IOException {
        Path file = file("proxy = a.example:1,b.example:2", "proxy-user = a=b # \"c\"");

        assertThat(WorkerConfig.read(Map.of("PAYFLEET_CONFIG", file.toString())).egress())
                .isInstanceOfSatisfying(
                        WorkerConfig.Egress.Proxied.class,
                        proxied -> assertThat(proxied.userTemplate()).isEqualTo("a=b # \"c\""));
    }

    @Test
    void a_file_that_is_not_there_is_named_by_its_setting() {
        assertThat(refusal(Map.of("PAYFLEET_CONFIG", folder.resolve("none").toString()))
                        .faults())
                .containsExactly(
                        "PAYFLEET_CONFIG: expected a file of UTF-8 text that can be read (from the environment)");
    }

    private static InForce inForce(Settings settings, Setting<?> setting) {
        return settings.inForce().stream()
                .filter(each -> each.setting().equals(setting))
                .findFirst()
                .orElseThrow();
    }

    private static ConfigException refusal(Map<String, String> environment) {
        return catchThrowableOfType(ConfigException.class, () -> WorkerConfig.read(environment));
    }

    private Path file(String... lines) throws IOException {
        return Files.writeString(folder.resolve("payfleet.conf"), String.join("\n", lines) + "\n");
    }
}
