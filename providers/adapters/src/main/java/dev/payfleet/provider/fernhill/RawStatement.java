package dev.payfleet.provider.fernhill;

import dev.payfleet.payroll.Contribution;
import dev.payfleet.payroll.Deduction;
import dev.payfleet.payroll.Earning;
import dev.payfleet.payroll.PayrunType;
import dev.payfleet.payroll.Payslip;
import dev.payfleet.payroll.Reimbursement;
import dev.payfleet.payroll.Tax;
import dev.payfleet.provider.RecordKind;
import dev.payfleet.provider.Visit;
import dev.payfleet.provider.reading.Fields;
import dev.payfleet.provider.reading.SitePage;
import dev.payfleet.provider.reading.Table;
import dev.payfleet.provider.reading.Words;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// A pay statement's page in Fernhill's own terms: the lines, and the totals that it prints beneath them.
final class RawStatement {

    /// Who pays what is withheld at source, in both languages.
    private static final Words<Boolean> BY_EMPLOYER =
            Words.of(Map.of("Employee", false, "Employer", true, "Employé", false, "Employeur", true));

    private final SitePage page;
    private final StatementLanguage language;
    private final Fields head;
    private final Fields totals;
    private final List<Deduction> deductions;
    private final List<Tax> taxes;

    private RawStatement(SitePage page, StatementLanguage language) {
        this.page = page;
        this.language = language;
        this.head = page.fields("dl#head");
        this.totals = page.fields("dl#totals");
        this.deductions = lines("table#deductions", Deduction::new);
        this.taxes = taxes();
    }

    static RawStatement read(SitePage page) {
        return new RawStatement(page, StatementLanguage.of(page));
    }

    Payslip payslip(Visit visit, @Nullable PayrunType kind) {
        String number = head.get(language.head().number()).required();
        String employee = head.get(language.head().employee()).required();
        String payrun = head.get(language.head().payrun()).required();
        return Payslip.builder()
                .id(visit.idOf(RecordKind.PAYSLIP, number))
                .remoteId(number)
                .employeeId(visit.idOf(RecordKind.EMPLOYEE, employee))
                .employeeRemoteId(employee)
                .payrunId(visit.idOf(RecordKind.PAYRUN, payrun))
                .payrunRemoteId(payrun)
                .payrunType(kind)
                .currency(FernhillWords.CURRENCY.read(head.get(language.head().currency())))
                .grossPay(total(language.totals().gross()))
                .netPay(total(language.totals().net()))
                .startDate(head.get(language.head().from()).read(language.date()))
                .endDate(head.get(language.head().to()).read(language.date()))
                .paymentDate(head.get(language.head().paid()).read(language.date()))
                .earnings(earnings())
                .contributions(lines("table#employer", Contribution::new))
                .deductions(deductions)
                .taxes(taxes)
                .reimbursements(lines("table#reimbursed", Reimbursement::new))
                .build();
    }

    /// Whether the totals of deductions and of what is withheld at source are the sums of their lines. Gross and
    /// net are looked at for every provider alike.
    boolean sumsAgree() {
        long withheld = taxes.stream()
                .filter(tax -> !Boolean.TRUE.equals(tax.employerTax()))
                .mapToLong(Tax::amount)
                .sum();
        long deducted = deductions.stream().mapToLong(Deduction::amount).sum();
        return Long.valueOf(deducted).equals(total(language.totals().deductions()))
                && Long.valueOf(withheld).equals(total(language.totals().source()));
    }

    private @Nullable Long total(String label) {
        return totals.get(label).readOrNull(language.money());
    }

    private List<Earning> earnings() {
        StatementLanguage.Columns columns = language.columns();
        return page.table("table#earnings", columns.description(), columns.hours(), columns.amount()).rows().stream()
                .map(row -> new Earning(
                        description(row), amount(row), row.cell(columns.hours()).readOrNull(language.quantity())))
                .toList();
    }

    private List<Tax> taxes() {
        StatementLanguage.Columns columns = language.columns();
        return page.table("table#source", columns.description(), columns.paidBy(), columns.amount()).rows().stream()
                .map(row -> new Tax(description(row), amount(row), BY_EMPLOYER.required(row.cell(columns.paidBy()))))
                .toList();
    }

    private <T> List<T> lines(String selector, BiFunction<String, Long, T> line) {
        return page
                .table(
                        selector,
                        language.columns().description(),
                        language.columns().amount())
                .rows()
                .stream()
                .map(row -> line.apply(description(row), amount(row)))
                .toList();
    }

    private String description(Table.Row row) {
        return row.cell(language.columns().description()).required();
    }

    private long amount(Table.Row row) {
        return row.cell(language.columns().amount()).read(language.money());
    }
}
