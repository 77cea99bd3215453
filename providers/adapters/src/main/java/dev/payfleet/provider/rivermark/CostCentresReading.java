package dev.payfleet.provider.rivermark;

import dev.payfleet.payroll.Group;
import dev.payfleet.payroll.GroupType;
import dev.payfleet.provider.ReadResult;
import dev.payfleet.provider.Reading;
import dev.payfleet.provider.RecordKind;
import dev.payfleet.provider.ResourceQuery;
import dev.payfleet.provider.Visit;
import java.util.List;

/// The cost centres of the company.
final class CostCentresReading implements Reading<Visit> {

    @Override
    public ReadResult read(Visit visit, ResourceQuery query) {
        return ReadResult.complete(all(visit));
    }

    static List<Group> all(Visit visit) {
        return RivermarkExports.rows(visit, "kostenstellen.csv", "", "Kostenstelle", "Bezeichnung").stream()
                .map(row -> {
                    String number = row.cell("Kostenstelle").required();
                    return new Group(
                            visit.idOf(RecordKind.GROUP, number),
                            number,
                            row.cell("Bezeichnung").orNull(),
                            GroupType.COST_CENTRE);
                })
                .toList();
    }
}
