package dev.payfleet.worker.cli;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `keys`: what records are sealed under, and how that is replaced.
@CommandLine.Command(
        description = {
            "Looks after the keys that credentials, sessions and results are sealed under, while the fleet works: status"
                    + " counts the records under each, rotate makes a new key and seals everything anew under it. On AWS"
                    + " it needs the deployment's settings and the rights that the runbook names."
        },
        footer = {"  ./payfleet keys status", "  ./payfleet keys rotate"})
final class KeysCommand implements Command {
    private final CommandContext context;

    KeysCommand(CommandContext context) {
        this.context = context;
    }

    @Spec
    void addSubcommands(CommandSpec spec) {
        spec.addSubcommand("status", new CommandLine(new KeysStatusCommand(context)));
        spec.addSubcommand("rotate", new CommandLine(new KeysRotateCommand(context)));
    }

    @Override
    public ExitCode run() {
        throw new CommandException(
                ExitCode.USAGE, "keys: expected status or rotate after it", "see ./payfleet keys --help");
    }
}
