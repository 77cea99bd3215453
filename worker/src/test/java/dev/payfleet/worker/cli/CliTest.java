package dev.payfleet.worker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.payfleet.worker.cli.Shell.Ran;
import dev.payfleet.worker.terminal.Look;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CliTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"", "--help", "-h", "help"})
    void shows_every_command_under_its_heading_and_every_exit_code(String arguments) {
        Ran ran = shell().run(words(arguments));

        assertThat(ran.code()).isZero();
        assertThat(ran.out()).contains("Run\n", "Jobs and people\n", "Providers\n", "Operations\n", "Exit codes\n");
        assertThat(Cli.commandNames()).allSatisfy(name -> assertThat(ran.out()).contains("\n  " + name + " "));
        assertThat(ExitCode.table())
                .allSatisfy((code, meaning) -> assertThat(ran.out()).containsPattern("\n  " + code + " +" + meaning));
        assertThat(ran.err()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void help_of_a_command_has_a_description_examples_and_exit_codes(String command) {
        Ran ran = shell().run(words(command + " --help"));

        assertThat(ran.code()).isZero();
        assertThat(ran.out()).startsWith("Usage: ./payfleet " + command);
        assertThat(ran.out()).contains("\nExamples:\n  ", "\nExit codes:\n  0 ", "\n  4 ", "Show this help.");
        assertThat(ran.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
        assertThat(ran.err()).isEmpty();
    }

    @Test
    void help_names_a_command_after_it_too() {
        assertThat(shell().run("help", "submit").out()).startsWith("Usage: ./payfleet submit");
    }

    @Test
    void help_is_coloured_on_a_terminal_alone() {
        assertThat(shell().run("--help").out()).doesNotContain("\u001b");
        assertThat(shell().on(new Look(90, 40, true, true)).run("--help").out()).contains("\u001b[1mRun\u001b[0m");
    }

    @Test
    void refuses_a_command_that_there_is_not() {
        assertRefused(
                shell().run("conect"),
                "payfleet: there is no such command; expected one of " + String.join(", ", Cli.commandNames())
                        + "; see ./payfleet --help");
    }

    @Test
    void sends_people_to_the_script_for_what_the_script_does() {
        assertRefused(
                shell().run("setup"),
                "payfleet: setup is done by the script; run ./payfleet setup in the project's folder");
    }

    @Test
    void names_an_option_that_there_is_not_without_the_value_it_was_given() {
        assertRefused(
                shell().run("connect", "--password=hunter2"),
                "payfleet: there is no option --password; see ./payfleet connect --help");
        assertThat(shell().run("connect", "-phunter2").everything()).doesNotContain("hunter2");
        assertThat(shell().run("queue", "hunter2").everything()).doesNotContain("hunter2");
    }

    @Test
    void names_what_is_missing() {
        assertRefused(shell().run("submit"), "payfleet: FILE is missing; see ./payfleet submit --help");
        assertRefused(
                shell().run("disconnect"),
                "payfleet: --client and --connection are missing; see ./payfleet disconnect --help");
    }

    @Test
    void names_what_was_expected_of_a_value() {
        assertRefused(
                shell().run("work", "--lanes", "many"),
                "payfleet: --lanes: expected a whole number; see ./payfleet work --help");
        assertRefused(
                shell().run("result", "one"),
                "payfleet: JOB_ID: expected the id of a job, a UUID; see ./payfleet result --help");
    }

    @Test
    void tells_a_version() {
        assertThat(shell().run("--version").out()).startsWith("payfleet ");
    }

    private static Stream<String> commands() {
        Stream<String> below = Stream.of(
                "provider list",
                "provider try",
                "provider check",
                "provider new",
                "queue dead",
                "queue redrive",
                "deployment prepare",
                "keys status",
                "keys rotate");
        Stream<String> top = Commands.all().stream()
                .filter(entry -> entry.command().isPresent())
                .map(Commands.Entry::name);
        return Stream.concat(top, below);
    }

    private static void assertRefused(Ran ran, String line) {
        assertThat(ran.err()).isEqualTo(line + "\n");
        assertThat(ran.out()).isEmpty();
        assertThat(ran.code()).isEqualTo(2);
    }

    private static String[] words(String line) {
        return line.isEmpty() ? new String[0] : line.split(" ");
    }

    private Shell shell() {
        return new Shell(folder);
    }
}
