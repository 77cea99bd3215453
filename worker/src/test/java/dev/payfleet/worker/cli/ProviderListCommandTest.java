package dev.payfleet.worker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.payfleet.worker.cli.Shell.Ran;
import dev.payfleet.worker.fleet.Fleet;
import dev.payfleet.worker.plugin.PluginJar;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class ProviderListCommandTest {
    @TempDir
    private Path folder;

    private Shell shell;

    @BeforeEach
    void open() {
        shell = new Shell(folder);
    }

    @Test
    void lists_each_adapter_with_resources_tiers_and_state() {
        Ran ran = shell.run("provider", "list");

        assertThat(ran.code()).isZero();
        assertThat(ran.out())
                .containsPattern(
                        "│ larkspur +│ Larkspur[^│]*│ this build +│ ok +│ http and browser: company, employees,")
                .containsPattern("│ meridian +│")
                .containsPattern("│ fernhill +│");
        assertThat(shell.run("provider").out()).isEqualTo(ran.out());
        assertThat(shell.home().resolve("payfleet.db"))
                .as("the engine need not be there")
                .doesNotExist();
    }

    @Test
    void lists_plugins_and_what_was_refused_as_a_table_and_as_json() throws Exception {
        plug("acme", "\"Acme Pay\"");
        plug("broken", "\"\"");

        assertThat(shell.run("provider", "list").out())
                .containsPattern("│ acme +│ Acme Pay +│ acme.jar +│ ok +│ http and browser: company +│")
                .containsPattern("│ broken.jar: broken.Adapter +│ +│ +│ refused +│ name must not be blank +│");
        JsonNode list = JsonMapper.shared()
                .readTree(shell.run("provider", "list", "--json").out());
        JsonNode acme = entry(list, "acme");
        assertThat(acme.path("state").asString()).isEqualTo("ok");
        assertThat(acme.path("jar").asString()).isEqualTo("acme.jar");
        assertThat(acme.path("resources").toString()).isEqualTo("{\"company\":[\"http\",\"browser\"]}");
        assertThat(entry(list, "larkspur").path("jar").isNull()).isTrue();
        assertThat(entry(list, "broken.jar: broken.Adapter").path("reason").asString())
                .isEqualTo("name must not be blank");
    }

    @Test
    void plugins_serve_workers_and_the_other_commands_alike() {
        plug("acme", "\"Acme Pay\"");

        Ran ran = shell.typing(
                "secret\n",
                "connect",
                "--client",
                "c",
                "--connection",
                "c-1",
                "--provider",
                "acme",
                "--username",
                "me",
                "--password-stdin");

        assertThat(ran.code()).as(ran.err()).isZero();
        try (Fleet fleet = shell.fleet()) {
            assertThat(fleet.providers().find("acme")).isPresent();
        }
    }

    private void plug(String id, String name) {
        PluginJar.naming(folder, id, name).into(shell.home().resolve("plugins").resolve(id + ".jar"));
    }

    private static JsonNode entry(JsonNode list, String id) {
        return list.valueStream()
                .filter(entry -> entry.path("provider").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
