package dev.payfleet.worker.cli;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `ledger`: what sign-ins were spent, and an operator's word on it.
@CommandLine.Command(
        description = {
            "Looks into the sign-in ledger of one connection: show tells each attempt and whether another would be"
                    + " admitted; override says, with a reason, that what was spent before no longer counts."
        },
        footer = {
            "  ./payfleet ledger show --client acme --connection c-17",
            "  ./payfleet ledger override --client acme --connection c-17 --reason \"provider unlocked it, says the person\""
        })
final class LedgerCommand implements Command {
    private final CommandContext context;

    LedgerCommand(CommandContext context) {
        this.context = context;
    }

    @Spec
    void addSubcommands(CommandSpec spec) {
        spec.addSubcommand("show", new CommandLine(new LedgerShowCommand(context)));
        spec.addSubcommand("override", new CommandLine(new LedgerOverrideCommand(context)));
    }

    @Override
    public ExitCode run() {
        throw new CommandException(
                ExitCode.USAGE, "ledger: expected show or override after it", "see ./payfleet ledger --help");
    }
}
