package dev.payfleet.provider.meridian;

import dev.payfleet.payroll.Contribution;
import dev.payfleet.payroll.Deduction;
import dev.payfleet.payroll.Earning;
import dev.payfleet.payroll.Payslip;
import dev.payfleet.payroll.Reimbursement;
import dev.payfleet.payroll.Tax;
import dev.payfleet.provider.RecordKind;
import dev.payfleet.provider.Visit;
import dev.payfleet.provider.reading.Quantity;
import dev.payfleet.provider.reading.Value;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// A pay stub as either face of Meridian shows it: its head, its lines, and the totals that stand beneath them.
record RawPayslip(
        String id,
        String payrun,
        String employee,
        Head head,
        Totals totals,
        List<EarningLine> earnings,
        List<TaxLine> taxes,
        List<Line> deductions,
        List<Line> contributions,
        List<Line> reimbursements,
        Dialect dialect) {

    record Head(Value type, Value start, Value end, Value checkDate, Value currency) {}

    /// @param taxes the employee's alone
    record Totals(Value gross, Value deductions, Value taxes, Value net) {}

    record Line(Value name, Value amount) {}

    record EarningLine(Line line, Value hours) {}

    record TaxLine(Line line, Value payer) {}

    Payslip payslip(Visit visit) {
        return Payslip.builder()
                .id(visit.idOf(RecordKind.PAYSLIP, id))
                .remoteId(id)
                .employeeId(visit.idOf(RecordKind.EMPLOYEE, employee))
                .employeeRemoteId(employee)
                .payrunId(visit.idOf(RecordKind.PAYRUN, payrun))
                .payrunRemoteId(payrun)
                .payrunType(MeridianWords.PAYRUN_TYPE.read(head.type()))
                .currency(MeridianWords.CURRENCY.read(head.currency()))
                .grossPay(totals.gross().readOrNull(dialect.money()))
                .netPay(totals.net().readOrNull(dialect.money()))
                .startDate(head.start().read(dialect.day()))
                .endDate(head.end().read(dialect.day()))
                .paymentDate(head.checkDate().read(dialect.day()))
                .earnings(earnings.stream()
                        .map(earning -> new Earning(
                                earning.line().name().required(),
                                cents(earning.line()),
                                earning.hours().readOrNull(Quantity.ENGLISH)))
                        .toList())
                .taxes(taxes.stream()
                        .map(tax -> new Tax(tax.line().name().required(), cents(tax.line()), employers(tax)))
                        .toList())
                .deductions(deductions.stream()
                        .map(line -> new Deduction(line.name().required(), cents(line)))
                        .toList())
                .contributions(contributions.stream()
                        .map(line -> new Contribution(line.name().required(), cents(line)))
                        .toList())
                .reimbursements(reimbursements.stream()
                        .map(line -> new Reimbursement(line.name().required(), cents(line)))
                        .toList())
                .build();
    }

    /// Whether every total is the sum of its lines.
    boolean totalsAgree() {
        List<TaxLine> employees = taxes.stream()
                .filter(tax -> !Boolean.TRUE.equals(employers(tax)))
                .toList();
        return agree(totals.gross(), earnings, earning -> cents(earning.line()))
                && agree(totals.deductions(), deductions, this::cents)
                && agree(totals.taxes(), employees, tax -> cents(tax.line()));
    }

    private <T> boolean agree(Value total, List<T> lines, ToLongFunction<T> amount) {
        Long shown = total.readOrNull(dialect.money());
        return shown != null && shown == lines.stream().mapToLong(amount).sum();
    }

    private static @Nullable Boolean employers(TaxLine tax) {
        return MeridianWords.PAID_BY_EMPLOYER.read(tax.payer());
    }

    private long cents(Line line) {
        return line.amount().read(dialect.money());
    }

    /// The record's name alone: its values are a person's.
    @Override
    public String toString() {
        return "RawPayslip[<redacted>]";
    }
}
