package dev.payfleet.provider.larkspur;

import dev.payfleet.payroll.TimeOffEntry;
import dev.payfleet.provider.ReadResult;
import dev.payfleet.provider.Reading;
import dev.payfleet.provider.RecordKind;
import dev.payfleet.provider.ResourceQuery;
import dev.payfleet.provider.Visit;
import dev.payfleet.provider.reading.Table;
import java.util.List;

/// The absences of which a day lies in the range.
final class TimeOffEntriesReading implements Reading<Visit> {

    private static final String[] COLUMNS = {
        "Reference",
        "Payroll ID",
        "Policy code",
        "Policy",
        "Category",
        "From",
        "To",
        "Amount",
        "Unit",
        "Status",
        "Note",
        "Requested on",
        "Changed on"
    };

    @Override
    public ReadResult read(Visit visit, ResourceQuery query) {
        ResourceQuery.Between range = (ResourceQuery.Between) query;
        List<TimeOffEntry> entries =
                LarkspurPages.list().follow(visit, "absences", LarkspurPages.within("/absences", range)).stream()
                        .flatMap(page -> page.table("table#absences", COLUMNS).rows().stream())
                        .map(row -> entry(visit, row))
                        .toList();
        return ReadResult.complete(entries);
    }

    private static TimeOffEntry entry(Visit visit, Table.Row row) {
        String reference = row.cell("Reference").required();
        String payrollId = row.cell("Payroll ID").required();
        String policy = row.cell("Policy code").orNull();
        return TimeOffEntry.builder()
                .id(visit.idOf(RecordKind.TIME_OFF_ENTRY, reference))
                .remoteId(reference)
                .employeeId(visit.idOf(RecordKind.EMPLOYEE, payrollId))
                .employeeRemoteId(payrollId)
                .startDate(row.cell("From").readOrNull(LarkspurPages.DATE))
                .endDate(row.cell("To").readOrNull(LarkspurPages.DATE))
                .amount(LarkspurPages.tenths(row.cell("Amount").read(LarkspurPages.QUANTITY)))
                .unit(LarkspurWords.UNIT.read(row.cell("Unit")))
                .status(LarkspurWords.TIME_OFF_STATUS.read(row.cell("Status")))
                .employeeNote(row.cell("Note").orNull())
                .policyId(policy == null ? null : visit.idOf(RecordKind.TIME_OFF_POLICY, policy))
                .policyRemoteId(policy)
                .policyName(row.cell("Policy").orNull())
                .policyType(LarkspurWords.CATEGORY.read(row.cell("Category")))
                .remoteCreatedAt(row.cell("Requested on").readOrNull(LarkspurPages.DATE))
                .remoteModifiedAt(row.cell("Changed on").readOrNull(LarkspurPages.DATE))
                .build();
    }
}
