package dev.payfleet.worker.cli;

import dev.payfleet.worker.drill.DrillReport;
import dev.payfleet.worker.drill.DrillReport.OpeningCheck;
import dev.payfleet.worker.drill.DrillReport.TableCheck;
import dev.payfleet.worker.terminal.Column;
import dev.payfleet.worker.terminal.InWords;
import dev.payfleet.worker.terminal.Style;
import dev.payfleet.worker.terminal.Table;
import dev.payfleet.worker.terminal.Text;

/// What a drill found, for people.
final class DrillTable {
    private DrillTable() {}

    static Table of(DrillReport report) {
        Table table = Table.of(
                Column.left("what"),
                Column.right("lag (RPO)"),
                Column.right("time (RTO)"),
                Column.right("in use"),
                Column.right("restored"),
                Column.right("opened"));
        report.tables().forEach(check -> table.row(row(check)));
        table.rule();
        return table.row(
                new Text("all", Style.STRONG),
                new Text(InWords.duration(report.lag()), Style.STRONG),
                new Text(InWords.duration(report.time()), Style.STRONG),
                Text.plain(sum(
                        report.tables().stream().mapToLong(TableCheck::inUse).sum())),
                Text.plain(sum(
                        report.tables().stream().mapToLong(TableCheck::restored).sum())),
                opened(report.opening()));
    }

    private static Text[] row(TableCheck check) {
        return new Text[] {
            Text.plain(check.name()),
            Text.plain(InWords.duration(check.lag())),
            Text.plain(InWords.duration(check.took())),
            Text.plain(sum(check.inUse())),
            new Text(sum(check.restored()), check.passed() ? Style.GOOD : Style.BAD),
            Text.plain("")
        };
    }

    private static Text opened(OpeningCheck opening) {
        return new Text(opening.opened() + " of " + opening.tried(), opening.passed() ? Style.GOOD : Style.BAD);
    }

    private static String sum(long items) {
        return Long.toString(items);
    }
}
