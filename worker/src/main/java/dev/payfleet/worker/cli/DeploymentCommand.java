package dev.payfleet.worker.cli;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `deployment`: what is done once with a deployment on AWS.
@CommandLine.Command(
        description = {
            "Looks after a deployment on AWS: prepare makes its branch keys, which sessions and results are sealed under,"
                    + " before the first worker starts; keys rotate replaces them later. Needs PAYFLEET_ENGINE=aws, the"
                    + " deployment's settings and the operators' role."
        },
        footer = {"  ./payfleet deployment prepare"})
final class DeploymentCommand implements Command {
    private final CommandContext context;

    DeploymentCommand(CommandContext context) {
        this.context = context;
    }

    @Spec
    void addSubcommands(CommandSpec spec) {
        spec.addSubcommand("prepare", new CommandLine(new DeploymentPrepareCommand(context)));
    }

    @Override
    public ExitCode run() {
        throw new CommandException(
                ExitCode.USAGE, "deployment: expected prepare after it", "see ./payfleet deployment --help");
    }
}
