package dev.payfleet.provider.larkspur;

import dev.payfleet.payroll.TimeOffBalance;
import dev.payfleet.provider.ReadResult;
import dev.payfleet.provider.Reading;
import dev.payfleet.provider.RecordKind;
import dev.payfleet.provider.ResourceQuery;
import dev.payfleet.provider.Visit;
import dev.payfleet.provider.reading.SitePage;
import dev.payfleet.provider.reading.Table;

/// What every employee has left under every policy, on one page.
final class TimeOffBalancesReading implements Reading<Visit> {

    private static final String[] COLUMNS = {
        "Payroll ID", "Policy code", "Policy", "Category", "Used", "Balance", "Created on", "Changed on"
    };

    @Override
    public ReadResult read(Visit visit, ResourceQuery query) {
        SitePage page = LarkspurPages.open(visit, "absence-balances", "/absence-balances");
        return ReadResult.complete(page.table("table#balances", COLUMNS).rows().stream()
                .map(row -> balance(visit, row))
                .toList());
    }

    private static TimeOffBalance balance(Visit visit, Table.Row row) {
        String payrollId = row.cell("Payroll ID").required();
        String policy = row.cell("Policy code").orNull();
        return TimeOffBalance.builder()
                .employeeId(visit.idOf(RecordKind.EMPLOYEE, payrollId))
                .employeeRemoteId(payrollId)
                .balance(row.cell("Balance").readOrNull(LarkspurPages.QUANTITY))
                .used(row.cell("Used").readOrNull(LarkspurPages.QUANTITY))
                .policyId(policy == null ? null : visit.idOf(RecordKind.TIME_OFF_POLICY, policy))
                .policyRemoteId(policy)
                .policyName(row.cell("Policy").orNull())
                .policyType(LarkspurWords.CATEGORY.read(row.cell("Category")))
                .remoteCreatedAt(row.cell("Created on").readOrNull(LarkspurPages.DATE))
                .remoteModifiedAt(row.cell("Changed on").readOrNull(LarkspurPages.DATE))
                .build();
    }
}
