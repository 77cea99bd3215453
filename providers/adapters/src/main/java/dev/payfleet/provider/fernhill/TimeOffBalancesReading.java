package dev.payfleet.provider.fernhill;

import dev.payfleet.payroll.TimeOffBalance;
import dev.payfleet.provider.ReadResult;
import dev.payfleet.provider.Reading;
import dev.payfleet.provider.RecordKind;
import dev.payfleet.provider.ResourceQuery;
import dev.payfleet.provider.Visit;
import dev.payfleet.provider.reading.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What every employee has left under every policy.
final class TimeOffBalancesReading implements Reading<Visit> {

    private static final String[] COLUMNS = {
        "Employee number", "Policy code", "Policy", "Category", "Used", "Available", "Opened on", "Changed on"
    };

    @Override
    public ReadResult read(Visit visit, ResourceQuery query) {
        List<Table.Row> rows = FernhillPages.list().follow(visit, "balances", "/time-off/balances").stream()
                .flatMap(page -> page.table("table#balances", COLUMNS).rows().stream())
                .toList();
        return ReadResult.mapping(rows, row -> balance(visit, row));
    }

    private static TimeOffBalance balance(Visit visit, Table.Row row) {
        String employee = row.cell("Employee number").required();
        @Nullable String policy = row.cell("Policy code").orNull();
        return TimeOffBalance.builder()
                .employeeId(visit.idOf(RecordKind.EMPLOYEE, employee))
                .employeeRemoteId(employee)
                .balance(row.cell("Available").readOrNull(FernhillPages.QUANTITY))
                .used(row.cell("Used").readOrNull(FernhillPages.QUANTITY))
                .policyId(policy == null ? null : visit.idOf(RecordKind.TIME_OFF_POLICY, policy))
                .policyRemoteId(policy)
                .policyName(row.cell("Policy").orNull())
                .policyType(FernhillWords.CATEGORY.read(row.cell("Category")))
                .remoteCreatedAt(row.cell("Opened on").readOrNull(FernhillPages.DATE))
                .remoteModifiedAt(row.cell("Changed on").readOrNull(FernhillPages.DATE))
                .build();
    }
}
