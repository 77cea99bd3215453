package dev.payfleet.provider.larkspur;

import dev.payfleet.payroll.Location;
import dev.payfleet.provider.ReadResult;
import dev.payfleet.provider.Reading;
import dev.payfleet.provider.RecordKind;
import dev.payfleet.provider.ResourceQuery;
import dev.payfleet.provider.Visit;
import dev.payfleet.provider.reading.SitePage;
import dev.payfleet.provider.reading.Table;
import java.util.List;

/// Where people work.
final class LocationsReading implements Reading<Visit> {

    @Override
    public ReadResult read(Visit visit, ResourceQuery query) {
        return ReadResult.complete(all(visit));
    }

    static List<Location> all(Visit visit) {
        SitePage page = LarkspurPages.open(visit, "locations", "/locations");
        Table table = page.table(
                "table#locations", "Reference", "Name", "Type", "Street", "Town", "County", "Postcode", "Country");
        return table.rows().stream().map(row -> location(visit, row)).toList();
    }

    private static Location location(Visit visit, Table.Row row) {
        String reference = row.cell("Reference").required();
        return new Location(
                visit.idOf(RecordKind.LOCATION, reference),
                reference,
                row.cell("Name").orNull(),
                row.cell("Type").orNull(),
                LarkspurPages.address(row));
    }
}
