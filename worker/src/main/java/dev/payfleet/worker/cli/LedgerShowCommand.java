package dev.payfleet.worker.cli;

import dev.payfleet.provider.PayrollProvider;
import dev.payfleet.session.Connection;
import dev.payfleet.session.ConnectionKey;
import dev.payfleet.worker.fleet.Fleet;
import dev.payfleet.worker.terminal.Style;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;

/// `ledger show`: what was spent.
@CommandLine.Command(
        description = {
            "Shows every sign-in that the ledger keeps of a connection, what it says of another one with the credential that"
                    + " was tried last, and when that changes. Opens no credential."
        },
        footer = {"  ./payfleet ledger show --client acme --connection c-17"})
final class LedgerShowCommand implements Command {
    private final CommandContext context;

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    LedgerShowCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public ExitCode run() {
        ConnectionKey key = connection.key();
        try (Fleet fleet = context.open()) {
            LedgerPicture picture = picture(fleet, key);
            if (!picture.attempts().isEmpty()) {
                context.out().table(picture.table());
            }
            context.out().line(picture.refusal().isEmpty() ? Style.GOOD : Style.BAD, picture.verdict());
            return ExitCode.DONE;
        }
    }

    private LedgerPicture picture(Fleet fleet, ConnectionKey key) {
        Connection found = fleet.connections()
                .find(key)
                .orElseThrow(() -> new CommandException(
                        ExitCode.NOT_SUCCEEDED, "--connection: there is no such connection", "look at its name"));
        PayrollProvider provider = fleet.providers()
                .find(found.provider())
                .orElseThrow(() -> new CommandException(
                        ExitCode.SETUP,
                        "--connection: its provider is not in this build",
                        "see ./payfleet provider list"));
        return new LedgerPicture(
                fleet.ledger().attempts(key),
                provider.declaration().lockOutThreshold(),
                context.clock().instant());
    }
}
