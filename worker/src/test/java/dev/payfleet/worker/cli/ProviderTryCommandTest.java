package dev.payfleet.worker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.payfleet.fixture.Scenario;
import dev.payfleet.fixture.SitePerson;
import dev.payfleet.fixture.larkspur.LarkspurContract;
import dev.payfleet.worker.browser.DriverFolder;
import dev.payfleet.worker.cli.Shell.Ran;
import dev.payfleet.worker.plugin.PluginJar;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class ProviderTryCommandTest {
    /// Each of the shells' homes goes away; the driver, 134 MB, is unpacked for all of them.
    private static final Path DRIVER_HOME = Path.of("target", "lanes-home").toAbsolutePath();

    @TempDir
    private Path folder;

    private Shell shell;

    @BeforeEach
    void open() {
        Path _ = DriverFolder.ready(DRIVER_HOME);
        shell = new Shell(folder);
        String browser = System.getenv("PAYFLEET_BROWSER");
        if (browser != null) {
            shell.with("PAYFLEET_BROWSER", browser);
        }
    }

    @Test
    void shows_each_step_with_its_time_then_records_as_a_table_and_as_json() {
        Ran ran = shell.run("provider", "try", "larkspur", "--resource", "identity", "--resource", "payslips");

        assertThat(ran.code()).as(ran.everything()).isZero();
        assertThat(ran.out())
                .containsPattern("  ✓ sign in +\\d+(\\.\\d)? m?s\n")
                .containsPattern("  ✓ probe by http +\\d+ ms\n")
                .containsPattern("  ✓ probe by browser +\\d")
                .containsPattern("  ✓ identity by http +\\d+ ms +1 record\n")
                .containsPattern("  ✓ identity by browser .* 1 record\n")
                .containsPattern("  ✓ payruns by http .* records\n")
                .containsPattern("  ✓ payslips by browser .* records?\n")
                .containsPattern("payslips\n┌")
                .containsPattern("\n  \"gross_pay\" : \\d+,\n");
        assertThat(ran.out()).doesNotContain("company by");
    }

    @Test
    void answers_the_second_factors_of_a_simulated_site_and_prints_json() {
        Ran ran = shell.run("provider", "try", "fernhill", "--resource", "company", "--json");

        assertThat(ran.code()).as(ran.everything()).isZero();
        List<JsonNode> steps =
                JsonMapper.shared().readTree(ran.out()).valueStream().toList();
        assertThat(steps.getFirst().path("step").asString()).isEqualTo("sign in");
        assertThat(steps).allSatisfy(step -> {
            assertThat(step.path("took_ms").asDouble()).isPositive();
            assertThat(step.path("trouble").isNull()).isTrue();
        });
        assertThat(steps.getLast().path("resource").asString()).isEqualTo("company");
        assertThat(steps.getLast().path("body").isArray()).isTrue();
    }

    @Test
    void tries_a_site_that_is_named_and_tells_what_went_wrong() {
        try (LarkspurContract site = LarkspurContract.start()) {
            SitePerson person = site.person(Scenario.USUAL);
            String origin = site.origins().values().iterator().next();
            String[] command = {
                "provider",
                "try",
                "larkspur",
                "--site",
                origin,
                "--username",
                person.userName(),
                "--password-stdin",
                "--resource",
                "identity"
            };

            Ran right = shell.typing(person.password() + "\n", command);
            Ran wrong = shell.typing("wrong\n", command);

            assertThat(right.code()).as(right.everything()).isZero();
            assertThat(wrong.code()).isOne();
            assertThat(wrong.out())
                    .containsPattern("  ✗ sign in .* user name or password was rejected\n")
                    .doesNotContain("probe");
        }
    }

    @Test
    void refuses_what_cannot_be_tried() {
        PluginJar.naming(folder, "acme", "\"Acme Pay\"").into(shell.home().resolve("plugins/acme.jar"));

        assertRefused(
                "payfleet: ID: there is no such provider; see ./payfleet provider list\n", "provider", "try", "none");
        assertRefused(
                "payfleet: ID: there is no simulated site for it; start one and name it with --site\n",
                "provider",
                "try",
                "acme");
        assertRefused(
                "payfleet: --site: it cannot be used; expected a loopback origin, such as http://127.0.0.1:8080,"
                        + " for a declared one\n",
                "provider",
                "try",
                "acme",
                "--site",
                "https://example.com",
                "--username",
                "me",
                "--password-stdin");
        assertRefused(
                "payfleet: --username: expected one with --site; give who signs in\n",
                "provider",
                "try",
                "acme",
                "--site",
                "http://127.0.0.1:1");
        assertThat(shell.run("provider", "try", "acme", "--resource", "wages").err())
                .startsWith("payfleet: --resource: there is no such resource; expected one of company, employees");
    }

    private void assertRefused(String line, String... command) {
        Ran ran = shell.run(command);
        assertThat(ran.err()).isEqualTo(line);
        assertThat(ran.code()).isEqualTo(2);
    }
}
