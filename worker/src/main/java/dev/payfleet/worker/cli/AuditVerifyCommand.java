package dev.payfleet.worker.cli;

import dev.payfleet.worker.audit.AuditFault;
import dev.payfleet.worker.audit.Verification;
import dev.payfleet.worker.fleet.Fleet;
import dev.payfleet.worker.terminal.Column;
import dev.payfleet.worker.terminal.InWords;
import dev.payfleet.worker.terminal.Live;
import dev.payfleet.worker.terminal.Style;
import dev.payfleet.worker.terminal.Table;
import dev.payfleet.worker.terminal.Text;
import java.time.temporal.ChronoUnit;
import java.util.List;
import picocli.CommandLine;

/// `audit verify`: whether a record was removed, altered or put in another place.
@CommandLine.Command(
        description = {
            "Reads the whole audit log and computes each record's hash anew. Tells the chain and the sequence numbers of"
                    + " what was removed, altered, added or is out of order; the exit code is then 1. What is older than"
                    + " 400 days may be missing. That a whole log was set back to an earlier copy of itself shows in the"
                    + " workers' own log alone, whose lines tell how far each chain had come."
        },
        footer = {"  ./payfleet audit verify"})
final class AuditVerifyCommand implements Command {
    private static final int MOST_SHOWN = 100;

    private final CommandContext context;

    AuditVerifyCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public ExitCode run() {
        try (Fleet fleet = context.open()) {
            Verification found = verified(fleet);
            if (found.sound()) {
                context.out().line(Style.GOOD, words(found));
            } else {
                context.out().table(table(found.faults()));
                context.out()
                        .line(
                                Style.BAD,
                                InWords.count(found.faults().size(), "fault", "faults") + " in "
                                        + InWords.count(found.records(), "record", "records")
                                        + ": somebody changed the log; see docs/incident-response.md.");
            }
            return ExitCode.of(found.sound());
        }
    }

    private Verification verified(Fleet fleet) {
        try (Live live = context.out().live()) {
            return fleet.audit().verify(read -> live.show(List.of("Read " + InWords.count(read, "record", "records"))));
        }
    }

    private static String words(Verification found) {
        if (found.first() == null || found.last() == null) {
            return "The audit log is whole: nothing was recorded yet.";
        }
        return "The audit log is whole: %s in %s, %s to %s."
                .formatted(
                        InWords.count(found.records(), "record", "records"),
                        InWords.count(found.chains(), "chain", "chains"),
                        found.first().truncatedTo(ChronoUnit.SECONDS),
                        found.last().truncatedTo(ChronoUnit.SECONDS));
    }

    private static Table table(List<AuditFault> faults) {
        Table table = Table.of(Column.left("chain"), Column.right("record"), Column.left("is"));
        faults.stream()
                .limit(MOST_SHOWN)
                .forEach(fault -> table.row(
                        Text.plain(fault.chain()),
                        Text.plain(numbers(fault)),
                        new Text(fault.kind().words(), Style.BAD)));
        if (faults.size() > MOST_SHOWN) {
            table.row("…", "", "and %d more".formatted(faults.size() - MOST_SHOWN));
        }
        return table;
    }

    private static String numbers(AuditFault fault) {
        return fault.from() == fault.to() ? Long.toString(fault.from()) : fault.from() + " to " + fault.to();
    }
}
