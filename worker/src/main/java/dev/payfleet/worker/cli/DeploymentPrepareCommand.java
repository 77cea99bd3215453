package dev.payfleet.worker.cli;

import dev.payfleet.worker.config.WorkerConfig;
import dev.payfleet.worker.fleet.DeploymentDesk;
import picocli.CommandLine;

/// `deployment prepare`: the branch keys of a new deployment.
@CommandLine.Command(
        description = {
            "Makes the branch keys of a new deployment, once its tables are there and before its first worker starts."
                    + " Doing it twice does no harm: a key that is there stays."
        },
        footer = {"  PAYFLEET_CONFIG=/etc/payfleet.conf ./payfleet deployment prepare"})
final class DeploymentPrepareCommand implements Command {
    private final CommandContext context;

    DeploymentPrepareCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public ExitCode run() {
        WorkerConfig config = context.config();
        try (DeploymentDesk desk = context.deployment(config)) {
            context.logToFile(config);
            desk.prepare();
            context.out().line("The branch keys are there: workers can start.");
            return ExitCode.DONE;
        }
    }
}
