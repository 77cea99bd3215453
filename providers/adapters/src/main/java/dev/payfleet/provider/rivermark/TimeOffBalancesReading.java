package dev.payfleet.provider.rivermark;

import dev.payfleet.payroll.TimeOffBalance;
import dev.payfleet.provider.ReadResult;
import dev.payfleet.provider.Reading;
import dev.payfleet.provider.RecordKind;
import dev.payfleet.provider.ResourceQuery;
import dev.payfleet.provider.Visit;
import dev.payfleet.provider.reading.csv.CsvTable;

/// What is left of each employee's leave, in days.
final class TimeOffBalancesReading implements Reading<Visit> {

    private static final String[] COLUMNS = {
        "Personalnummer", "Schlüssel", "Art", "Genommen", "Resturlaub", "Angelegt am", "Stand"
    };

    @Override
    public ReadResult read(Visit visit, ResourceQuery query) {
        return ReadResult.mapping(
                RivermarkExports.rows(visit, "urlaubskonten.csv", "", COLUMNS), row -> balance(visit, row));
    }

    private static TimeOffBalance balance(Visit visit, CsvTable.Row row) {
        String employee = row.cell("Personalnummer").required();
        String policy = row.cell("Schlüssel").required();
        return TimeOffBalance.builder()
                .employeeId(visit.idOf(RecordKind.EMPLOYEE, employee))
                .employeeRemoteId(employee)
                .balance(RivermarkPages.tenths(row.cell("Resturlaub").read(RivermarkPages.QUANTITY)))
                .used(RivermarkPages.tenths(row.cell("Genommen").read(RivermarkPages.QUANTITY)))
                .policyId(visit.idOf(RecordKind.TIME_OFF_POLICY, policy))
                .policyRemoteId(policy)
                .policyName(row.cell("Art").orNull())
                .policyType(RivermarkWords.POLICY.read(row.cell("Schlüssel")))
                .remoteCreatedAt(row.cell("Angelegt am").readOrNull(RivermarkPages.DATE))
                .remoteModifiedAt(row.cell("Stand").readOrNull(RivermarkPages.DATE))
                .build();
    }
}
