package dev.payfleet.provider.rivermark;

import dev.payfleet.payroll.TimeOffEntry;
import dev.payfleet.payroll.TimeOffUnit;
import dev.payfleet.provider.ReadResult;
import dev.payfleet.provider.Reading;
import dev.payfleet.provider.RecordKind;
import dev.payfleet.provider.ResourceQuery;
import dev.payfleet.provider.Visit;
import dev.payfleet.provider.reading.csv.CsvTable;
import java.util.List;

/// Who is away on any day of a range, from a file that is asked for by that range.
final class TimeOffEntriesReading implements Reading<Visit> {

    private static final String[] COLUMNS = {
        "Antrag",
        "Personalnummer",
        "Schlüssel",
        "Art",
        "Von",
        "Bis",
        "Tage",
        "Status",
        "Bemerkung",
        "Beantragt am",
        "Entschieden am"
    };

    @Override
    public ReadResult read(Visit visit, ResourceQuery query) {
        ResourceQuery.Between range = (ResourceQuery.Between) query;
        String filter =
                "?von=" + RivermarkPages.DATE.write(range.start()) + "&bis=" + RivermarkPages.DATE.write(range.end());
        List<CsvTable.Row> rows = RivermarkExports.rows(visit, "abwesenheiten.csv", filter, COLUMNS).stream()
                .filter(row -> !row.cell("Bis").read(RivermarkPages.DATE).isBefore(range.start())
                        && !row.cell("Von").read(RivermarkPages.DATE).isAfter(range.end()))
                .toList();
        return ReadResult.mapping(rows, row -> entry(visit, row));
    }

    private static TimeOffEntry entry(Visit visit, CsvTable.Row row) {
        String number = row.cell("Antrag").required();
        String employee = row.cell("Personalnummer").required();
        String policy = row.cell("Schlüssel").required();
        return TimeOffEntry.builder()
                .id(visit.idOf(RecordKind.TIME_OFF_ENTRY, number))
                .remoteId(number)
                .employeeId(visit.idOf(RecordKind.EMPLOYEE, employee))
                .employeeRemoteId(employee)
                .startDate(row.cell("Von").read(RivermarkPages.DATE))
                .endDate(row.cell("Bis").read(RivermarkPages.DATE))
                .amount(RivermarkPages.tenths(row.cell("Tage").read(RivermarkPages.QUANTITY)))
                .unit(TimeOffUnit.DAYS)
                .status(RivermarkWords.TIME_OFF_STATUS.read(row.cell("Status")))
                .employeeNote(row.cell("Bemerkung").orNull())
                .policyId(visit.idOf(RecordKind.TIME_OFF_POLICY, policy))
                .policyRemoteId(policy)
                .policyName(row.cell("Art").orNull())
                .policyType(RivermarkWords.POLICY.read(row.cell("Schlüssel")))
                .remoteCreatedAt(row.cell("Beantragt am").readOrNull(RivermarkPages.DATE))
                .remoteModifiedAt(row.cell("Entschieden am").readOrNull(RivermarkPages.DATE))
                .build();
    }
}
