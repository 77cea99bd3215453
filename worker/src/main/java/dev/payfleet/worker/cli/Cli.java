package dev.payfleet.worker.cli;

import dev.payfleet.worker.fleet.FleetOpener;
import dev.payfleet.worker.terminal.Screen;
import java.io.InputStream;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/// The command line: finds the command that was asked for, runs it, and turns whatever goes wrong into one line and
/// an exit code. For one call at a time; never ends the process itself.
public final class Cli {
    private static final List<String> HELP = List.of("help", "--help", "-h");
    private static final String FIXTURES = "dev/payfleet/fixture/";
    private static final List<String> VERSION = List.of("--version", "-V");

    private final CommandContext context;

    /// @param opener opens the engine, when a command needs it
    /// @param log told where the log goes before anything is logged
    /// @param environment the settings, usually [System#getenv()]
    /// @param in what is piped in
    /// @param out for results
    /// @param err for one-line errors
    public Cli(
            FleetOpener opener,
            LogDestination log,
            Map<String, String> environment,
            InputStream in,
            Screen out,
            PrintStream err) {
        this.context = new CommandContext(opener, log, environment, in, out, err, InstantSource.system());
    }

    /// Every word that may follow `payfleet`.
    public static List<String> commandNames() {
        return Commands.all().stream().map(Commands.Entry::name).toList();
    }

    /// Runs one command.
    ///
    /// @return the code that the process should end with
    public int run(String... arguments) {
        try {
            return dispatch(List.of(arguments)).code();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return tell(new Trouble(ExitCode.NOT_SUCCEEDED, "interrupted; run the command again"));
        } catch (RuntimeException | LinkageError e) {
            return tell(Trouble.of(e));
        }
    }

    private int tell(Trouble trouble) {
        context.err().println("payfleet: " + trouble.line());
        context.err().flush();
        return trouble.exitCode().code();
    }

    private ExitCode dispatch(List<String> arguments) throws InterruptedException {
        if (arguments.isEmpty() || (arguments.size() == 1 && HELP.contains(arguments.getFirst()))) {
            context.out().lines(new Overview(context.out().look()).lines());
            return ExitCode.DONE;
        }
        String first = arguments.getFirst();
        if (VERSION.contains(first)) {
            context.out().line("payfleet " + Version.OF_THIS_BUILD);
            return ExitCode.DONE;
        }
        if (HELP.contains(first)) {
            return run(entry(arguments.get(1)), List.of("--help"));
        }
        return run(entry(first), arguments.subList(1, arguments.size()));
    }

    private static Commands.Entry entry(String name) {
        return Commands.find(name)
                .orElseThrow(() -> new CommandException(
                        ExitCode.USAGE,
                        "there is no such command",
                        "expected one of " + String.join(", ", commandNames()) + "; see ./payfleet --help"));
    }

    private ExitCode run(Commands.Entry entry, List<String> arguments) throws InterruptedException {
        CommandLine line = CommandHelp.on(
                new CommandLine(entry.command()
                                .orElseThrow(() -> doneByTheScript(entry.name()))
                                .apply(context))
                        .setCommandName("./payfleet " + entry.name()),
                context.out().look());
        ParseResult parsed = parse(line, arguments);
        ParseResult deepest = deepest(parsed);
        if (deepest.isUsageHelpRequested()) {
            context.out().lines(CommandHelp.lines(deepest.commandSpec().commandLine()));
            return ExitCode.DONE;
        }
        return run(entry, (Command) deepest.commandSpec().userObject());
    }

    /// The container image leaves out what only a demo or a benchmark needs.
    private static ExitCode run(Commands.Entry entry, Command command) throws InterruptedException {
        try {
            return command.run();
        } catch (NoClassDefFoundError e) {
            if (!String.valueOf(e.getMessage()).startsWith(FIXTURES)) {
                throw e;
            }
            throw new CommandException(
                    ExitCode.SETUP,
                    entry.name() + " is not in this image",
                    "run ./payfleet " + entry.name() + " in the project's folder");
        }
    }

    private static ParseResult parse(CommandLine line, List<String> arguments) {
        try {
            return line.parseArgs(arguments.toArray(String[]::new));
        } catch (CommandLine.ParameterException e) {
            throw UsageFault.of(e);
        }
    }

    private static ParseResult deepest(ParseResult parsed) {
        return parsed.hasSubcommand() ? deepest(parsed.subcommand()) : parsed;
    }

    private static CommandException doneByTheScript(String name) {
        return new CommandException(
                ExitCode.USAGE, name + " is done by the script", "run ./payfleet " + name + " in the project's folder");
    }
}
