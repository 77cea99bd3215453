package dev.payfleet.worker.bench;

import dev.payfleet.worker.terminal.Column;
import dev.payfleet.worker.terminal.Screen;
import dev.payfleet.worker.terminal.Table;
import java.util.List;

/// The queue's figures for people.
record QueueTable(List<Figure> figures) {
    /// Enough for a steady figure, and over in seconds.
    static final int OPERATIONS = 2000;

    void print(Screen screen) {
        Table table = Table.of(Column.wrapping("Embedded queue"), Column.right("per second"), Column.right("µs each"));
        figures.forEach(figure ->
                table.row(figure.what(), "%,d".formatted(figure.perSecond()), "%,d".formatted(figure.micros())));
        screen.line("");
        screen.table(table);
    }
}
