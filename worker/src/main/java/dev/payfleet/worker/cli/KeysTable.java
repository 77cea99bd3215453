package dev.payfleet.worker.cli;

import dev.payfleet.session.keys.KeyUse;
import dev.payfleet.worker.terminal.Column;
import dev.payfleet.worker.terminal.Style;
import dev.payfleet.worker.terminal.Table;
import dev.payfleet.worker.terminal.Text;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/// Keys and what is sealed under them, for people.
final class KeysTable {
    private static final int ENOUGH = 8;

    private KeysTable() {}

    static Table of(List<KeyUse> uses) {
        List<String> kinds = uses.stream()
                .flatMap(use -> use.records().keySet().stream())
                .distinct()
                .sorted()
                .toList();
        List<Column> columns = new ArrayList<>(
                List.of(Column.left("of"), Column.left("key"), Column.left("since"), Column.left("seals")));
        kinds.forEach(kind -> columns.add(Column.right(kind)));
        Table table = Table.of(columns.toArray(Column[]::new));
        uses.forEach(use -> table.row(row(use, kinds)));
        return table;
    }

    private static Text[] row(KeyUse use, List<String> kinds) {
        List<Text> row = new ArrayList<>();
        row.add(Text.plain(use.ring()));
        row.add(Text.plain(shortened(use.id())));
        row.add(Text.plain(use.since().map(KeysTable::time).orElse("unknown")));
        row.add(new Text(use.seals() ? "now" : "", use.seals() ? Style.GOOD : Style.PLAIN));
        kinds.forEach(kind -> row.add(Text.plain(Long.toString(use.records().getOrDefault(kind, 0L)))));
        return row.toArray(Text[]::new);
    }

    /// Enough of an id to tell it from the others; of an ARN, of the last part.
    static String shortened(String id) {
        String last = id.substring(id.lastIndexOf('/') + 1);
        return last.length() <= ENOUGH ? last : last.substring(0, ENOUGH);
    }

    private static String time(Instant since) {
        return since.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
