package dev.payfleet.provider.larkspur;

import dev.payfleet.payroll.CompensationHistory;
import dev.payfleet.payroll.Currency;
import dev.payfleet.payroll.EmploymentHistory;
import dev.payfleet.provider.RecordKind;
import dev.payfleet.provider.Visit;
import dev.payfleet.provider.reading.SitePage;
import dev.payfleet.provider.reading.Table;
import dev.payfleet.provider.reading.Text;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What an employee was and earned before, newest first as the page has it.
final class EmployeeHistory {

    private EmployeeHistory() {}

    static List<EmploymentHistory> jobs(Visit visit, SitePage page) {
        return page.table("table#job-history", "Effective from", "Job title", "Department", "Manager").rows().stream()
                .map(row -> job(visit, row))
                .toList();
    }

    private static EmploymentHistory job(Visit visit, Table.Row row) {
        Text department = row.cell("Department");
        String group = department.attributeOrNull("data-reference");
        String manager = row.cell("Manager").linkedIdOrNull();
        return new EmploymentHistory(
                row.cell("Job title").orNull(),
                row.cell("Effective from").readOrNull(LarkspurPages.DATE),
                idOrNull(visit, RecordKind.GROUP, group),
                group,
                department.orNull(),
                idOrNull(visit, RecordKind.EMPLOYEE, manager),
                manager);
    }

    private static @Nullable UUID idOrNull(Visit visit, RecordKind kind, @Nullable String remoteId) {
        return remoteId == null ? null : visit.idOf(kind, remoteId);
    }

    static List<CompensationHistory> pay(SitePage page) {
        return page
                .table("table#pay-history", "Effective from", "Pay rate", "Per", "Paid", "Contract", "Note")
                .rows()
                .stream()
                .map(EmployeeHistory::rate)
                .toList();
    }

    private static CompensationHistory rate(Table.Row row) {
        Long pence = row.cell("Pay rate").readOrNull(LarkspurPages.MONEY);
        String per = row.cell("Per").orNull();
        return new CompensationHistory(
                pence == null ? null : BigDecimal.valueOf(pence, 2),
                per == null ? null : per.toLowerCase(Locale.UK),
                LarkspurWords.PAID.read(row.cell("Paid")),
                LarkspurWords.CONTRACT.read(row.cell("Contract")),
                pence == null ? null : Currency.GBP,
                row.cell("Effective from").readOrNull(LarkspurPages.DATE),
                row.cell("Note").orNull());
    }
}
