package dev.payfleet.worker.cli;

import dev.payfleet.worker.refresh.simulation.Tally;
import dev.payfleet.worker.terminal.Bar;
import dev.payfleet.worker.terminal.Column;
import dev.payfleet.worker.terminal.InWords;
import dev.payfleet.worker.terminal.Style;
import dev.payfleet.worker.terminal.Table;
import dev.payfleet.worker.terminal.Text;

/// What a simulated fleet did, for people.
final class SimulationTable {
    private static final int BAR = 16;

    private SimulationTable() {}

    /// A line for each hour.
    static Table byHour(Tally planned, Tally unplanned, int hours) {
        Table table = Table.of(
                Column.right("hour"),
                Column.right("reads"),
                Column.right("http probes"),
                Column.right("page probes"),
                Column.right("sign-ins"),
                Column.left(""),
                Column.right("without a plan"),
                Column.left(""));
        int most = Math.max(planned.signInsInTheWorstHour(), unplanned.signInsInTheWorstHour());
        for (int hour = 0; hour < hours; hour++) {
            table.row(
                    Text.plain(Integer.toString(hour)),
                    figure(planned.reads(hour)),
                    figure(planned.httpProbes(hour)),
                    figure(planned.pageProbes(hour)),
                    new Text("%,d".formatted(planned.signIns(hour)), Style.STRONG),
                    new Text(Bar.of(planned.signIns(hour), most, BAR), Style.GOOD),
                    figure(unplanned.signIns(hour)),
                    new Text(Bar.of(unplanned.signIns(hour), most, BAR), Style.BAD));
        }
        return table;
    }

    /// Peaks and means.
    ///
    /// @param memory bytes
    static Table inAll(Tally planned, Tally unplanned, int hours, long memory) {
        return Table.of(Column.left(""), Column.right("planned"), Column.right("without a plan"))
                .row("sign-ins an hour", words(planned.signInsAnHour()), words(unplanned.signInsAnHour()))
                .row(
                        "sign-ins, worst hour",
                        words(planned.signInsInTheWorstHour()),
                        words(unplanned.signInsInTheWorstHour()))
                .row(
                        "sign-ins, worst minute",
                        words(planned.signInsInTheWorstMinute()),
                        words(unplanned.signInsInTheWorstMinute()))
                .row("probes a minute", words(planned.probes() / (60.0 * hours)), "0")
                .row("probes, worst minute", words(planned.probesInTheWorstMinute()), "0")
                .row("memory of the plan", InWords.bytes(memory), "none");
    }

    private static Text figure(int count) {
        return new Text("%,d".formatted(count), count == 0 ? Style.FAINT : Style.PLAIN);
    }

    private static String words(double count) {
        return "%,.0f".formatted(count);
    }
}
