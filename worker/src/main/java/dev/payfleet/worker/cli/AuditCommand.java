package dev.payfleet.worker.cli;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `audit`: who did what, and whether the record of it is whole.
@CommandLine.Command(
        description = {
            "Looks into the audit log: which credential was opened for which job and origin, what became of sign-ins, who"
                    + " left, who overrode the ledger, which grants were refused, which keys were exchanged. Its records"
                    + " hold no value of a person's, are kept for 400 days, and are chained by keyed hashes."
        },
        footer = {"  ./payfleet audit verify", "  ./payfleet audit show --connection c-17 --since 7d"})
final class AuditCommand implements Command {
    private final CommandContext context;

    AuditCommand(CommandContext context) {
        this.context = context;
    }

    @Spec
    void addSubcommands(CommandSpec spec) {
        spec.addSubcommand("verify", new CommandLine(new AuditVerifyCommand(context)));
        spec.addSubcommand("show", new CommandLine(new AuditShowCommand(context)));
    }

    @Override
    public ExitCode run() {
        throw new CommandException(
                ExitCode.USAGE, "audit: expected verify or show after it", "see ./payfleet audit --help");
    }
}
