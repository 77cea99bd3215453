package dev.payfleet.provider.rivermark;

import dev.payfleet.payroll.Location;
import dev.payfleet.provider.ReadResult;
import dev.payfleet.provider.Reading;
import dev.payfleet.provider.RecordKind;
import dev.payfleet.provider.ResourceQuery;
import dev.payfleet.provider.Visit;
import dev.payfleet.provider.reading.csv.CsvTable;
import java.util.List;

/// The places where people work.
final class BranchesReading implements Reading<Visit> {

    private static final String[] COLUMNS = {
        "Schlüssel", "Bezeichnung", "Art", "Straße", "PLZ", "Ort", "Bundesland", "Land"
    };

    @Override
    public ReadResult read(Visit visit, ResourceQuery query) {
        return ReadResult.complete(all(visit));
    }

    static List<Location> all(Visit visit) {
        return RivermarkExports.rows(visit, "betriebsstaetten.csv", "", COLUMNS).stream()
                .map(row -> location(visit, row))
                .toList();
    }

    private static Location location(Visit visit, CsvTable.Row row) {
        String code = row.cell("Schlüssel").required();
        return new Location(
                visit.idOf(RecordKind.LOCATION, code),
                code,
                row.cell("Bezeichnung").orNull(),
                row.cell("Art").orNull(),
                RivermarkPages.address(row::cell));
    }
}
