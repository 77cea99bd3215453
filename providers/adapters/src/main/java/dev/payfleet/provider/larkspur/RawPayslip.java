package dev.payfleet.provider.larkspur;

import dev.payfleet.payroll.Contribution;
import dev.payfleet.payroll.Deduction;
import dev.payfleet.payroll.Earning;
import dev.payfleet.payroll.Payslip;
import dev.payfleet.payroll.Reimbursement;
import dev.payfleet.payroll.Tax;
import dev.payfleet.provider.RecordKind;
import dev.payfleet.provider.Visit;
import dev.payfleet.provider.reading.Fields;
import dev.payfleet.provider.reading.SitePage;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// A payslip's page in Larkspur's own terms: the lines, and the totals that it prints beneath them.
record RawPayslip(
        Fields head,
        Totals totals,
        List<Earning> earnings,
        List<Deduction> deductions,
        List<Tax> taxes,
        List<Contribution> contributions,
        List<Reimbursement> reimbursements) {

    /// @param taxes the employee's alone
    private record Totals(
            @Nullable Long gross,
            @Nullable Long deductions,
            @Nullable Long taxes,
            @Nullable Long net) {}

    static RawPayslip read(SitePage page) {
        return new RawPayslip(
                page.fields("dl#payslip"),
                totals(page.fields("dl#totals")),
                earnings(page),
                lines(page, "table#deductions", Deduction::new),
                taxes(page),
                lines(page, "table#contributions", Contribution::new),
                lines(page, "table#reimbursements", Reimbursement::new));
    }

    Payslip payslip(Visit visit) {
        String remoteId = head.get("Payslip").required();
        String payrollId = head.get("Payroll ID").required();
        String payrun = head.get("Pay run").required();
        return Payslip.builder()
                .id(visit.idOf(RecordKind.PAYSLIP, remoteId))
                .remoteId(remoteId)
                .employeeId(visit.idOf(RecordKind.EMPLOYEE, payrollId))
                .employeeRemoteId(payrollId)
                .payrunId(visit.idOf(RecordKind.PAYRUN, payrun))
                .payrunRemoteId(payrun)
                .payrunType(LarkspurWords.PAYRUN_TYPE.read(head.get("Type")))
                .currency(LarkspurWords.CURRENCY.read(head.get("Currency")))
                .grossPay(totals.gross())
                .netPay(totals.net())
                .startDate(head.get("Period start").read(LarkspurPages.DATE))
                .endDate(head.get("Period end").read(LarkspurPages.DATE))
                .paymentDate(head.get("Payment date").read(LarkspurPages.DATE))
                .earnings(earnings)
                .contributions(contributions)
                .deductions(deductions)
                .taxes(taxes)
                .reimbursements(reimbursements)
                .build();
    }

    /// Whether every printed total is the sum of its lines.
    boolean totalsAgree() {
        List<Tax> employees = taxes.stream()
                .filter(tax -> !Boolean.TRUE.equals(tax.employerTax()))
                .toList();
        return agree(totals.gross(), earnings, Earning::amount)
                && agree(totals.deductions(), deductions, Deduction::amount)
                && agree(totals.taxes(), employees, Tax::amount);
    }

    private static <T> boolean agree(@Nullable Long total, List<T> lines, ToLongFunction<T> amount) {
        return total != null && total == lines.stream().mapToLong(amount).sum();
    }

    private static Totals totals(Fields totals) {
        return new Totals(
                totals.get("Gross pay").readOrNull(LarkspurPages.MONEY),
                totals.get("Total deductions").readOrNull(LarkspurPages.MONEY),
                totals.get("Total taxes").readOrNull(LarkspurPages.MONEY),
                totals.get("Net pay").readOrNull(LarkspurPages.MONEY));
    }

    private static List<Earning> earnings(SitePage page) {
        return page.table("table#earnings", "Description", "Hours", "Amount").rows().stream()
                .map(row -> new Earning(
                        row.cell("Description").required(),
                        row.cell("Amount").read(LarkspurPages.MONEY),
                        row.cell("Hours").readOrNull(LarkspurPages.QUANTITY)))
                .toList();
    }

    private static List<Tax> taxes(SitePage page) {
        return page.table("table#taxes", "Description", "Paid by", "Amount").rows().stream()
                .map(row -> new Tax(
                        row.cell("Description").required(),
                        row.cell("Amount").read(LarkspurPages.MONEY),
                        LarkspurWords.PAID_BY_EMPLOYER.read(row.cell("Paid by"))))
                .toList();
    }

    private static <T> List<T> lines(SitePage page, String selector, Line<T> line) {
        return page.table(selector, "Description", "Amount").rows().stream()
                .map(row -> line.of(
                        row.cell("Description").required(), row.cell("Amount").read(LarkspurPages.MONEY)))
                .toList();
    }

    private interface Line<T> {
        T of(String name, long amount);
    }

    /// The record's name alone: its values are a person's.
    @Override
    public String toString() {
        return "RawPayslip[<redacted>]";
    }
}
