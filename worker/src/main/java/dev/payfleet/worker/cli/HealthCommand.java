package dev.payfleet.worker.cli;

import dev.payfleet.worker.health.Health;
import dev.payfleet.worker.health.HealthFile;
import picocli.CommandLine;

/// `health`: how the worker in this home is.
@CommandLine.Command(
        description = {
            "Tells how the worker of PAYFLEET_HOME is: it looks at itself every five seconds (whether it still receives,"
                    + " whether its jobs get further, whether a lane has a browser) and is taken for stuck after half a"
                    + " minute of silence. The exit code is 0 when it is healthy, 1 when it is stuck and 3 when none is"
                    + " running."
        },
        footer = {"  ./payfleet health"})
final class HealthCommand implements Command {
    private final CommandContext context;

    HealthCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public ExitCode run() {
        Health health =
                new HealthFile(context.config().home()).read(context.clock().instant());
        context.out().line(health.line());
        return switch (health) {
            case Health.Healthy _ -> ExitCode.DONE;
            case Health.Stuck _ -> ExitCode.NOT_SUCCEEDED;
            case Health.NotStarted _ -> ExitCode.SETUP;
        };
    }
}
