package dev.payfleet.provider.rivermark;

import dev.payfleet.payroll.Contribution;
import dev.payfleet.payroll.Deduction;
import dev.payfleet.payroll.Earning;
import dev.payfleet.payroll.Payslip;
import dev.payfleet.payroll.Reimbursement;
import dev.payfleet.payroll.Tax;
import dev.payfleet.provider.RecordKind;
import dev.payfleet.provider.Visit;
import dev.payfleet.provider.reading.pdf.PdfLine;
import dev.payfleet.provider.reading.pdf.PdfText;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/// A payslip in Rivermark's own terms. Wage tax, solidarity surcharge and church tax are taxes; social insurance
/// counts as a deduction, and the employer's share of it as a contribution.
final class PayslipPdf {

    private final PdfText text;
    private final Section taxes;
    private final Section insurance;
    private final Section others;
    private final Section reimbursements;
    private final Section employer;

    PayslipPdf(PdfText text) {
        this.text = text;
        this.taxes = section("Steuerrechtliche Abzüge", "Summe Steuern");
        this.insurance = section("Sozialversicherung", "Summe Sozialversicherung");
        this.others = section("Sonstige Abzüge", "Summe sonstige Abzüge");
        this.reimbursements = section("Erstattungen", "Summe Erstattungen");
        this.employer = section("Arbeitgeberanteile", "Summe Arbeitgeberanteile");
    }

    Payslip payslip(Visit visit) {
        String number = text.labelled("Beleg").required();
        String employee = text.labelled("Personalnummer").required();
        String payrun = text.labelled("Lauf").required();
        return Payslip.builder()
                .id(visit.idOf(RecordKind.PAYSLIP, number))
                .remoteId(number)
                .employeeId(visit.idOf(RecordKind.EMPLOYEE, employee))
                .employeeRemoteId(employee)
                .payrunId(visit.idOf(RecordKind.PAYRUN, payrun))
                .payrunRemoteId(payrun)
                .payrunType(RivermarkWords.RUN_KIND.read(text.labelled("Art")))
                .currency(RivermarkWords.CURRENCY.read(text.labelled("Währung")))
                .grossPay(amount("Gesamtbrutto"))
                .netPay(amount("Nettoverdienst"))
                .startDate(day("Von"))
                .endDate(day("Bis"))
                .paymentDate(day("Auszahlung am"))
                .earnings(earnings())
                .contributions(employer.lines().stream()
                        .map(line -> new Contribution(line.name(), line.cents()))
                        .toList())
                .deductions(Stream.concat(insurance.lines().stream(), others.lines().stream())
                        .map(line -> new Deduction(line.name(), line.cents()))
                        .toList())
                .taxes(taxes.lines().stream()
                        .map(line -> new Tax(line.name(), line.cents(), false))
                        .toList())
                .reimbursements(reimbursements.lines().stream()
                        .map(line -> new Reimbursement(line.name(), line.cents()))
                        .toList())
                .build();
    }

    /// Whether each printed total is the sum of its lines, and what is paid out is net pay with what is paid back.
    /// Gross and net are looked at for every provider alike.
    boolean sumsAgree() {
        return Stream.of(taxes, insurance, others, reimbursements, employer).allMatch(Section::addsUp)
                && amount("Auszahlungsbetrag") == amount("Nettoverdienst") + reimbursements.total();
    }

    private List<Earning> earnings() {
        return text.between("Bruttobezüge", "Gesamtbrutto").stream()
                .map(line -> new Earning(
                        line.cell(0).required(),
                        line.last().read(RivermarkPages.MONEY),
                        line.cell(1).readOrNull(RivermarkPages.QUANTITY)))
                .toList();
    }

    private Section section(String heading, String total) {
        List<Line> lines =
                text.between(heading, total).stream().map(PayslipPdf::line).toList();
        return new Section(lines, amount(total));
    }

    private static Line line(PdfLine line) {
        return new Line(line.cell(0).required(), line.last().read(RivermarkPages.MONEY));
    }

    private long amount(String label) {
        return text.labelled(label).read(RivermarkPages.MONEY);
    }

    private LocalDate day(String label) {
        return text.labelled(label).read(RivermarkPages.DATE);
    }

    private record Line(String name, long cents) {}

    private record Section(List<Line> lines, long total) {
        boolean addsUp() {
            return lines.stream().mapToLong(Line::cents).sum() == total;
        }
    }
}
