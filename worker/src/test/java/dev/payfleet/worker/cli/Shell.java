package dev.payfleet.worker.cli;

import dev.payfleet.scrub.KnownSecrets;
import dev.payfleet.worker.Wiring;
import dev.payfleet.worker.browser.ChromiumSandbox;
import dev.payfleet.worker.config.WorkerConfig;
import dev.payfleet.worker.fleet.Fleet;
import dev.payfleet.worker.terminal.Look;
import dev.payfleet.worker.terminal.Screen;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Types commands into the real program, in this process, with a home of its own.
final class Shell {
    private final Path home;
    private final Map<String, String> environment = new HashMap<>();
    private final List<String> logs = new ArrayList<>();
    private Look look = Look.PLAIN;

    Shell(Path folder) {
        this.home = folder.resolve("home");
        environment.put("PAYFLEET_HOME", home.toString());
        if (!ChromiumSandbox.possible()) {
            environment.put("PAYFLEET_SANDBOX", "off");
        }
    }

    /// What a command left behind: the exit code, and what it wrote.
    record Ran(int code, String out, String err) {
        String everything() {
            return out + err;
        }
    }

    Path home() {
        return home;
    }

    /// Where logs were sent, in order.
    List<String> logs() {
        return logs;
    }

    Shell with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    Shell on(Look terminal) {
        look = terminal;
        return this;
    }

    Ran run(String... arguments) {
        return typing("", arguments);
    }

    /// Runs a command with something piped in.
    Ran typing(String input, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = new Cli(
                        new Wiring(new KnownSecrets()),
                        new RememberedLogs(),
                        environment,
                        new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                        new Screen(new PrintStream(out, true, StandardCharsets.UTF_8), () -> look),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .run(arguments);
        return new Ran(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /// The engine behind the commands, for what a test must see or put there; the caller closes it.
    Fleet fleet() {
        return new Wiring(new KnownSecrets()).open(WorkerConfig.read(environment));
    }

    private final class RememberedLogs implements LogDestination {
        @Override
        public void standardOutput() {
            logs.add("-");
        }

        @Override
        public void file(Path file) {
            logs.add(home.relativize(file).toString());
        }
    }
}
