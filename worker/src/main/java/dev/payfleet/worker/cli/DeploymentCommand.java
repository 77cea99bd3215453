package dev.payfleet.worker.cli;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `deployment`: what is done once with a deployment on AWS, or once in a while.
@CommandLine.Command(
        description = {
            "Looks after the branch keys of a deployment on AWS, which sessions and results are sealed under: prepare makes"
                    + " them, before the first worker starts, and renew-keys gives them a new version. Needs"
                    + " PAYFLEET_ENGINE=aws, the deployment's settings and the operators' role."
        },
        footer = {"  ./payfleet deployment prepare", "  ./payfleet deployment renew-keys"})
final class DeploymentCommand implements Command {
    private final CommandContext context;

    DeploymentCommand(CommandContext context) {
        this.context = context;
    }

    @Spec
    void addSubcommands(CommandSpec spec) {
        spec.addSubcommand("prepare", new CommandLine(new DeploymentPrepareCommand(context)));
        spec.addSubcommand("renew-keys", new CommandLine(new DeploymentRenewKeysCommand(context)));
    }

    @Override
    public ExitCode run() {
        throw new CommandException(
                ExitCode.USAGE,
                "deployment: expected prepare or renew-keys after it",
                "see ./payfleet deployment --help");
    }
}
