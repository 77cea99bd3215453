package dev.payfleet.worker.cli;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `refresh`: when sessions are renewed ahead of their end.
@CommandLine.Command(
        description = {
            "Shows when the fleet renews sessions of its own accord: plan looks at the sessions that are stored, simulate"
                    + " at a fleet of any size. Renewing is done by `work`, by one of all workers, unless"
                    + " PAYFLEET_REFRESH is off."
        },
        footer = {"  ./payfleet refresh plan", "  ./payfleet refresh simulate --connections 100000"})
final class RefreshCommand implements Command {
    private final CommandContext context;

    RefreshCommand(CommandContext context) {
        this.context = context;
    }

    @Spec
    void addSubcommands(CommandSpec spec) {
        spec.addSubcommand("plan", new CommandLine(new RefreshPlanCommand(context)));
        spec.addSubcommand("simulate", new CommandLine(new RefreshSimulateCommand(context)));
    }

    @Override
    public ExitCode run() {
        throw new CommandException(
                ExitCode.USAGE, "refresh: expected plan or simulate after it", "see ./payfleet refresh --help");
    }
}
