package dev.payfleet.worker.cli;

import dev.payfleet.worker.demo.Demo;
import dev.payfleet.worker.demo.DemoOptions;
import dev.payfleet.worker.stage.StageException;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/// `demo`: a whole fetch in front of the audience.
@CommandLine.Command(
        description = {
            "Shows the whole of it against a simulated provider: made-up people connect, a worker signs in for them in"
                    + " a real browser through a proxy that asks for a password, and reads their payroll. On the way a"
                    + " password is wrong, a page has changed, a session ends, somebody leaves, and the worker is killed."
                    + " At the end each promise is checked; the exit code is 0 only if all were kept. What it stored is"
                    + " left in the demo folder of PAYFLEET_HOME until the next demo."
        },
        footer = {"  ./payfleet demo", "  ./payfleet demo --people 8 --jobs 40 --seed 7"})
final class DemoCommand implements Command {
    private final CommandContext context;

    @Option(names = "--people", paramLabel = "N", description = "How many people connect; 24 unless given.")
    private int people = DemoOptions.USUAL.people();

    @Option(names = "--jobs", paramLabel = "N", description = "How many fetch jobs there are; 240 unless given.")
    private int jobs = DemoOptions.USUAL.jobs();

    @Option(names = "--lanes", paramLabel = "N", description = "How many browsers the worker runs; 2 unless given.")
    private int lanes = DemoOptions.USUAL.lanes();

    @Option(names = "--seed", paramLabel = "N", description = "Makes up other people.")
    private long seed = DemoOptions.USUAL.seed();

    DemoCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public ExitCode run() throws InterruptedException {
        Path home = context.config().home();
        context.log().file(home.resolve("logs").resolve("demo.jsonl"));
        try {
            return ExitCode.of(new Demo(options(), home, context.opener(), context.out()).run());
        } catch (StageException e) {
            throw new CommandException(
                    ExitCode.NOT_SUCCEEDED, String.valueOf(e.getMessage()), "see ./payfleet demo --help");
        }
    }

    private DemoOptions options() {
        try {
            return new DemoOptions(people, jobs, seed, lanes, DemoOptions.USUAL.limit());
        } catch (IllegalArgumentException e) {
            throw new CommandException(ExitCode.USAGE, "--" + e.getMessage(), "see ./payfleet demo --help");
        }
    }
}
