package dev.payfleet.worker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.payfleet.worker.author.CompiledProject;
import dev.payfleet.worker.author.FakeMaven;
import dev.payfleet.worker.browser.DriverFolder;
import dev.payfleet.worker.cli.Shell.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The way of the tutorial, `docs/writing-a-provider.md`.
final class AuthorCommandsTest {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final Path TUTORIAL = ROOT.resolve("docs/writing-a-provider.md");
    private static final Pattern COMMAND = Pattern.compile("^    \\./payfleet (.*)$", Pattern.MULTILINE);
    private static final String SOURCES = "payfleet.sources";

    @TempDir
    private Path folder;

    private Shell shell;
    private Path project;

    @BeforeEach
    void open() {
        Path _ = DriverFolder.ready(Path.of("target", "lanes-home").toAbsolutePath());
        System.setProperty(SOURCES, ROOT.toString());
        shell = new Shell(folder);
        project = folder.resolve("acme-pay");
    }

    @AfterEach
    void forget() {
        System.clearProperty(SOURCES);
    }

    @Test
    void new_writes_a_project_and_says_what_is_next() {
        Ran ran = run("provider new acme-pay");

        assertThat(ran.out()).isEqualTo("""
                Written to %1$s. Next:
                  ./payfleet provider check acme-pay %1$s
                  ./payfleet provider try acme-pay %1$s
                """.formatted(project));
        assertThat(project.resolve("pom.xml")).isNotEmptyFile();
        assertThat(run("provider new acme-pay").err())
                .isEqualTo("payfleet: DIR: it is not empty; name a folder that is, or that is not there yet\n");
        assertThat(run("provider new class").code()).isEqualTo(2);
    }

    @Test
    void check_lists_what_is_kept_and_what_is_broken() {
        Ran _ = run("provider new acme-pay");

        Ran kept = with(FakeMaven.in(folder, project, true)).run("provider", "check", "acme-pay", project.toString());
        Ran broken =
                with(FakeMaven.in(folder, project, false)).run("provider", "check", "acme-pay", project.toString());

        assertThat(kept.code()).as(kept.err()).isZero();
        assertThat(kept.out())
                .containsPattern("  ✓ signs in and tells the ledger once +1\\.3 s\n")
                .endsWith("2 kept, 0 broken\n");
        assertThat(broken.code()).isOne();
        assertThat(broken.out())
                .containsPattern("  ✗ a closed site is unavailable +500 ms\n      expected: Unavailable")
                .endsWith("2 kept, 1 broken\n");
    }

    @Test
    void check_refuses_what_it_does_not_know() {
        with(FakeMaven.failing(folder));

        assertThat(run("provider check none").err())
                .isEqualTo("payfleet: ID: there is no such provider; name its project's folder as well\n");
        assertThat(shell.run("provider", "check", "acme-pay", folder.toString()).err())
                .isEqualTo("payfleet: DIR: there is no pom.xml in it; name the folder of an adapter's project\n");
        System.clearProperty(SOURCES);
        assertThat(run("provider check larkspur").code()).isEqualTo(3);
    }

    @Test
    void try_runs_a_project_against_its_own_site() {
        CompiledProject.in(project, "acme-pay");

        Ran ran = shell.run("provider", "try", "acme-pay", project.toString());

        assertThat(ran.code()).as(ran.everything()).isZero();
        assertThat(ran.out())
                .containsPattern("  ✓ groups by http .* 11 records\n")
                .containsPattern("  ✓ groups by browser .* 11 records\n")
                .contains("Harrow & Quill Limited");
        assertThat(shell.run("provider", "try", "other", project.toString()).err())
                .startsWith("payfleet: ID: DIR has compiled no such provider");
    }

    @Test
    void the_tutorial_s_commands_are_those_that_are_tested_here() throws IOException {
        String tutorial = Files.readString(TUTORIAL);

        assertThat(COMMAND.matcher(tutorial)
                        .results()
                        .map(found -> found.group(1))
                        .toList())
                .containsExactly(
                        "provider new acme-pay ../acme-pay",
                        "provider check acme-pay ../acme-pay",
                        "provider try acme-pay ../acme-pay",
                        "provider try acme-pay ../acme-pay --visible --resource groups",
                        "provider list")
                .allSatisfy(command -> assertThat(
                                shell.run((command + " --help").split(" ")).code())
                        .isZero());
    }

    private Shell with(Path maven) {
        return shell.with("MAVEN", maven.toString());
    }

    /// Where no folder is named, the project's is: the process has one working folder for all tests.
    private Ran run(String line) {
        return shell.run((line.startsWith("provider new") ? line + " " + project : line).split(" "));
    }
}
