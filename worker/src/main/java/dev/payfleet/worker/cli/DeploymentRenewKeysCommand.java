package dev.payfleet.worker.cli;

import dev.payfleet.worker.config.WorkerConfig;
import dev.payfleet.worker.fleet.DeploymentDesk;
import picocli.CommandLine;

/// `deployment renew-keys`: a new version of each branch key.
@CommandLine.Command(
        description = {
            "Gives each branch key a new version, for what is sealed from then on; what was sealed before still opens. A"
                    + " worker that runs uses the former version for as long as PAYFLEET_AWS_KEY_CACHE says."
        },
        footer = {"  PAYFLEET_CONFIG=/etc/payfleet.conf ./payfleet deployment renew-keys"})
final class DeploymentRenewKeysCommand implements Command {
    private final CommandContext context;

    DeploymentRenewKeysCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public ExitCode run() {
        WorkerConfig config = context.config();
        try (DeploymentDesk desk = context.deployment(config)) {
            context.logToFile(config);
            desk.renewKeys();
            context.out().line("The branch keys have a new version.");
            return ExitCode.DONE;
        }
    }
}
