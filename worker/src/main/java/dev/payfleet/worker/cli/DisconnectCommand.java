package dev.payfleet.worker.cli;

import dev.payfleet.session.ConnectionKey;
import dev.payfleet.session.ConnectionState;
import dev.payfleet.session.Wiped;
import dev.payfleet.worker.fleet.Fleet;
import dev.payfleet.worker.job.Departure.Removed;
import dev.payfleet.worker.terminal.Column;
import dev.payfleet.worker.terminal.Style;
import dev.payfleet.worker.terminal.Table;
import dev.payfleet.worker.terminal.Text;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `disconnect`: wipes a person's data, and can show that it is gone.
@CommandLine.Command(
        description = {
            "Wipes everything that is kept about a connection: credential, session, device trust, results, challenges and"
                    + " pictures of pages. What stays is a tombstone of its name and time, so that a job that comes late is answered"
                    + " disconnected, and the sign-in ledger, which holds nothing secret. Doing it twice does no harm."
        },
        footer = {"  ./payfleet disconnect --client acme --connection c-17 --verify"})
final class DisconnectCommand implements Command {
    private final CommandContext context;

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Option(names = "--verify", description = "Read everything back afterwards and show what is left.")
    private boolean verify;

    DisconnectCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public ExitCode run() {
        ConnectionKey key = connection.key();
        try (Fleet fleet = context.open()) {
            Removed wiped = fleet.departure().wipe(key);
            if (!verify) {
                context.out().table(wiped(wiped));
                return ExitCode.DONE;
            }
            Removed left = fleet.departure().wipe(key);
            context.out().table(wipedAndLeft(wiped, left));
            return verdict(fleet, key, left);
        }
    }

    /// A second wipe counts what the first one left, and the tombstone has no credential behind it.
    private ExitCode verdict(Fleet fleet, ConnectionKey key, Removed left) {
        boolean sealed = fleet.connections().credential(key).isPresent();
        boolean active = fleet.connections()
                .find(key)
                .filter(found -> found.state() == ConnectionState.ACTIVE)
                .isPresent();
        boolean clean = left.equals(Removed.NOTHING) && !sealed && !active;
        context.out()
                .line(
                        clean ? Style.GOOD : Style.BAD,
                        clean
                                ? "Nothing is left: a second wipe found nothing, and no credential opens."
                                : "Something is left: run it again, and look into it if that does not help.");
        return ExitCode.of(clean);
    }

    private static Table wiped(Removed wiped) {
        Table table = Table.of(Column.left("kind"), Column.right("wiped"));
        counts(wiped).forEach((kind, count) -> table.row(kind, count.toString()));
        return table;
    }

    private static Table wipedAndLeft(Removed wiped, Removed left) {
        Table table = Table.of(Column.left("kind"), Column.right("wiped"), Column.right("left"));
        Map<String, Integer> remains = counts(left);
        counts(wiped).forEach((kind, count) -> {
            int rest = remains.getOrDefault(kind, 0);
            table.row(
                    Text.plain(kind),
                    Text.plain(count.toString()),
                    new Text(Integer.toString(rest), rest == 0 ? Style.GOOD : Style.BAD));
        });
        return table;
    }

    private static Map<String, Integer> counts(Removed removed) {
        Wiped wiped = removed.records();
        Map<String, Integer> counts = new LinkedHashMap<>();
        counts.put("credentials", wiped.credentials());
        counts.put("sessions", wiped.sessions());
        counts.put("device trusts", wiped.trusts());
        counts.put("results", wiped.results());
        counts.put("challenges", wiped.challenges());
        counts.put("evidence", removed.evidence());
        return counts;
    }
}
