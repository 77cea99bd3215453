package dev.payfleet.worker.cli;

import dev.payfleet.session.ConnectionKey;
import dev.payfleet.session.DepartureRecord;
import dev.payfleet.worker.fleet.Fleet;
import dev.payfleet.worker.job.Departure;
import dev.payfleet.worker.job.Departure.Left;
import dev.payfleet.worker.terminal.Column;
import dev.payfleet.worker.terminal.Style;
import dev.payfleet.worker.terminal.Table;
import dev.payfleet.worker.terminal.Text;
import java.time.temporal.ChronoUnit;
import java.util.OptionalInt;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `disconnect`: wipes a person's data, and can show that it is gone.
@CommandLine.Command(
        description = {
            "Wipes everything that is kept about a connection: credential, session, device trust, results, challenges and"
                    + " pictures of pages; cancels what is queued for it, and then signs out at the provider where that can be done."
                    + " What stays is a tombstone of its name and time, so that a job that comes late is answered"
                    + " disconnected, a record of what was wiped, and the sign-in ledger, which holds nothing secret."
                    + " Doing it twice does no harm."
        },
        footer = {"  ./payfleet disconnect --client acme --connection c-17 --verify"})
final class DisconnectCommand implements Command {
    private final CommandContext context;

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Option(
            names = "--verify",
            description =
                    "Show what was found when everything was read back; on one machine, search the file's bytes too.")
    private boolean verify;

    DisconnectCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public ExitCode run() {
        ConnectionKey key = connection.key();
        Left left = leave(key);
        if (!verify) {
            context.out().table(wiped(left.departure()));
            tell(left.departure());
            return ExitCode.DONE;
        }
        // The engine is closed by now: the file's bytes may only be read past it.
        OptionalInt traces = context.opener().traces(context.config(), key);
        context.out().table(wipedAndLeft(left, traces));
        tell(left.departure());
        return verdict(left.nothing() && traces.orElse(0) == 0);
    }

    private Left leave(ConnectionKey key) {
        try (Fleet fleet = context.open()) {
            return fleet.departure().leave(key);
        }
    }

    private void tell(DepartureRecord departure) {
        context.out()
                .line(
                        Style.PLAIN,
                        "Left at %s; the provider's own sign-out: %s."
                                .formatted(
                                        departure.at().truncatedTo(ChronoUnit.SECONDS),
                                        departure.signOut().wireName()));
        if (!departure.wiped().containsKey(Departure.QUEUED_JOBS)) {
            context.out().line(Style.FAINT, "What is queued is answered disconnected, each job when its turn comes.");
        }
    }

    private ExitCode verdict(boolean clean) {
        context.out()
                .line(
                        clean ? Style.GOOD : Style.BAD,
                        clean
                                ? "Nothing is left: every place was read back, and each was empty."
                                : "Something is left: run it again, and look into it if that does not help.");
        return ExitCode.of(clean);
    }

    private static Table wiped(DepartureRecord departure) {
        Table table = Table.of(Column.left("kind"), Column.right("wiped"));
        departure.wiped().forEach((kind, count) -> table.row(kind, count.toString()));
        return table;
    }

    private static Table wipedAndLeft(Left left, OptionalInt traces) {
        Table table = Table.of(Column.left("kind"), Column.right("wiped"), Column.right("left"));
        left.departure()
                .wiped()
                .forEach((kind, count) ->
                        row(table, kind, count.toString(), left.left().getOrDefault(kind, 0)));
        traces.ifPresent(count -> row(table, "traces in the file", "", count));
        return table;
    }

    private static void row(Table table, String kind, String wiped, int left) {
        table.row(
                Text.plain(kind),
                Text.plain(wiped),
                new Text(Integer.toString(left), left == 0 ? Style.GOOD : Style.BAD));
    }
}
