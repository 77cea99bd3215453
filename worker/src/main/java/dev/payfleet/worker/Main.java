package dev.payfleet.worker;

import dev.payfleet.scrub.KnownSecrets;
import dev.payfleet.worker.cli.Cli;
import dev.payfleet.worker.terminal.Screen;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/// The program. Hands the process's own streams and variables to the command line and ends with its exit code.
public final class Main {
    private Main() {}

    /// Runs the command that the arguments name.
    public static void main(String[] arguments) {
        System.exit(run(arguments, System.getenv()));
    }

    /// Every word that may follow `payfleet`.
    static List<String> commandNames() {
        return Cli.commandNames();
    }

    /// Tables are drawn with characters that a JVM started under the POSIX locale (as containers, cron and services
    /// mostly do) would turn into question marks, and log lines are UTF-8 by definition: so the output is UTF-8
    /// whatever the locale says.
    private static int run(String[] arguments, Map<String, String> environment) {
        KnownSecrets secrets = new KnownSecrets();
        ProcessLog log = new ProcessLog(secrets);
        PrintStream out = utf8(FileDescriptor.out);
        PrintStream err = utf8(FileDescriptor.err);
        System.setOut(out);
        System.setErr(err);
        int code = new Cli(
                        new Wiring(secrets), log, environment, System.in, Screen.standardOutput(out, environment), err)
                .run(arguments);
        out.flush();
        return code;
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
