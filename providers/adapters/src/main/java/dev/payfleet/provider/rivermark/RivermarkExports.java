package dev.payfleet.provider.rivermark;

import dev.payfleet.provider.Visit;
import dev.payfleet.provider.reading.csv.CsvStyle;
import dev.payfleet.provider.reading.csv.CsvTable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/// The files that Rivermark lets one take away. The list of employees is in ISO 8859-1, the others are in UTF-8.
final class RivermarkExports {

    private static final CsvStyle LATIN = new CsvStyle(StandardCharsets.ISO_8859_1, ';', Set.of());

    private RivermarkExports() {}

    static List<CsvTable.Row> employees(Visit visit, String... columns) {
        return CsvTable.read("personal.csv", visit.download("/export/personal.csv"), LATIN, columns)
                .rows();
    }

    /// @param file such as `kostenstellen.csv`, which is also what failures call it
    /// @param query with its question mark; empty for none
    static List<CsvTable.Row> rows(Visit visit, String file, String query, String... columns) {
        return CsvTable.read(file, visit.download("/export/" + file + query), CsvStyle.SEMICOLONS, columns)
                .rows();
    }
}
