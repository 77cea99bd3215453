package dev.payfleet.provider.larkspur;

import dev.payfleet.payroll.Timesheet;
import dev.payfleet.provider.ReadResult;
import dev.payfleet.provider.Reading;
import dev.payfleet.provider.RecordKind;
import dev.payfleet.provider.ResourceQuery;
import dev.payfleet.provider.Visit;
import dev.payfleet.provider.reading.Table;
import java.util.List;

/// The shifts that started on a day of the range.
final class TimesheetsReading implements Reading<Visit> {

    private static final String[] COLUMNS = {
        "Reference", "Payroll ID", "Started", "Finished", "Hours", "Created on", "Changed on"
    };

    @Override
    public ReadResult read(Visit visit, ResourceQuery query) {
        ResourceQuery.Between range = (ResourceQuery.Between) query;
        List<Timesheet> timesheets =
                LarkspurPages.list().follow(visit, "timesheets", LarkspurPages.within("/timesheets", range)).stream()
                        .flatMap(page -> page.table("table#timesheets", COLUMNS).rows().stream())
                        .map(row -> timesheet(visit, row))
                        .toList();
        return ReadResult.complete(timesheets);
    }

    private static Timesheet timesheet(Visit visit, Table.Row row) {
        String reference = row.cell("Reference").required();
        String payrollId = row.cell("Payroll ID").required();
        return Timesheet.builder()
                .id(visit.idOf(RecordKind.TIMESHEET, reference))
                .remoteId(reference)
                .employeeId(visit.idOf(RecordKind.EMPLOYEE, payrollId))
                .employeeRemoteId(payrollId)
                .startTime(row.cell("Started").readOrNull(LarkspurPages.TIME))
                .endTime(row.cell("Finished").readOrNull(LarkspurPages.TIME))
                .hoursWorked(LarkspurPages.tenths(row.cell("Hours").read(LarkspurPages.QUANTITY)))
                .remoteCreatedAt(row.cell("Created on").readOrNull(LarkspurPages.DATE))
                .remoteModifiedAt(row.cell("Changed on").readOrNull(LarkspurPages.DATE))
                .build();
    }
}
