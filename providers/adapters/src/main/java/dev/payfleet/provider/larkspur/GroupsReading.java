package dev.payfleet.provider.larkspur;

import dev.payfleet.payroll.Group;
import dev.payfleet.provider.ReadResult;
import dev.payfleet.provider.Reading;
import dev.payfleet.provider.RecordKind;
import dev.payfleet.provider.ResourceQuery;
import dev.payfleet.provider.Visit;
import dev.payfleet.provider.reading.SitePage;
import dev.payfleet.provider.reading.Table;
import java.util.List;

/// What Larkspur calls departments, whatever their type.
final class GroupsReading implements Reading<Visit> {

    @Override
    public ReadResult read(Visit visit, ResourceQuery query) {
        return ReadResult.complete(all(visit));
    }

    static List<Group> all(Visit visit) {
        SitePage page = LarkspurPages.open(visit, "departments", "/departments");
        return page.table("table#departments", "Reference", "Name", "Type").rows().stream()
                .map(row -> group(visit, row))
                .toList();
    }

    private static Group group(Visit visit, Table.Row row) {
        String reference = row.cell("Reference").required();
        return new Group(
                visit.idOf(RecordKind.GROUP, reference),
                reference,
                row.cell("Name").orNull(),
                LarkspurWords.GROUP_TYPE.read(row.cell("Type")));
    }
}
