package dev.payfleet.worker.cli;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `provider`: the adapters, for those who write them and those who run them.
@CommandLine.Command(
        description = {
            "Lists the adapters, those of this build and those of plugins: a jar in the plugins folder of PAYFLEET_HOME"
                    + " is loaded for itself and brings its own libraries. new begins an adapter, check runs its contract, and try runs it against its simulated site."
        },
        footer = {
            "  ./payfleet provider list",
            "  ./payfleet provider list --json",
            "  ./payfleet provider try larkspur"
        })
final class ProviderCommand implements Command {
    private final CommandContext context;

    ProviderCommand(CommandContext context) {
        this.context = context;
    }

    @Spec
    void addSubcommands(CommandSpec spec) {
        spec.addSubcommand("list", new CommandLine(new ProviderListCommand(context)));
        spec.addSubcommand("try", new CommandLine(new ProviderTryCommand(context)));
        spec.addSubcommand("check", new CommandLine(new ProviderCheckCommand(context)));
        spec.addSubcommand("new", new CommandLine(new ProviderNewCommand(context)));
    }

    @Override
    public ExitCode run() {
        return new ProviderListCommand(context).run();
    }
}
