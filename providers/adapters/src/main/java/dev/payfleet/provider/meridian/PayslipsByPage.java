package dev.payfleet.provider.meridian;

import static dev.payfleet.provider.meridian.MeridianPages.part;

import dev.payfleet.provider.ReadResult;
import dev.payfleet.provider.ResourceQuery;
import dev.payfleet.provider.VisitByPage;
import dev.payfleet.provider.reading.Fields;
import dev.payfleet.provider.reading.SitePage;
import dev.payfleet.provider.reading.Table;
import java.util.List;
import java.util.Objects;

/// The pay stubs of one pay run, each from the dialog that its own address opens.
final class PayslipsByPage {

    private PayslipsByPage() {}

    static ReadResult read(VisitByPage visit, ResourceQuery query) {
        return Payslips.read(
                visit,
                query,
                PayrunsReading.ids(visit),
                payrun ->
                        MeridianPages.grown(visit, "payroll details", "/payroll/" + payrun, "pay-stubs", "Pay stub")
                                .stream()
                                .map(row -> Objects.requireNonNull(
                                        row.cell("Pay stub").linkedIdOrNull()))
                                .map(stub -> raw(
                                        MeridianPages.open(visit, "pay stub", "/payroll/" + payrun + "/stubs/" + stub),
                                        payrun,
                                        stub))
                                .toList());
    }

    private static RawPayslip raw(SitePage page, String payrun, String stub) {
        Fields head = page.fields(part("stub-facts"));
        return new RawPayslip(
                stub,
                payrun,
                MeridianPages.id(head.get("Employee")),
                head(head),
                totals(page.fields(part("stub-totals"))),
                page.table(part("earnings"), "Description", "Hours", "Amount").rows().stream()
                        .map(row -> new RawPayslip.EarningLine(line(row), row.cell("Hours")))
                        .toList(),
                page.table(part("taxes"), "Description", "Paid by", "Amount").rows().stream()
                        .map(row -> new RawPayslip.TaxLine(line(row), row.cell("Paid by")))
                        .toList(),
                lines(page, "deductions"),
                lines(page, "contributions"),
                lines(page, "reimbursements"),
                Dialect.PAGES);
    }

    private static RawPayslip.Head head(Fields head) {
        return new RawPayslip.Head(
                head.get("Type"),
                head.get("Period start"),
                head.get("Period end"),
                head.get("Check date"),
                head.get("Currency"));
    }

    private static RawPayslip.Totals totals(Fields totals) {
        return new RawPayslip.Totals(
                totals.get("Gross pay"),
                totals.get("Total deductions"),
                totals.get("Total taxes"),
                totals.get("Net pay"));
    }

    private static List<RawPayslip.Line> lines(SitePage page, String table) {
        return page.table(part(table), "Description", "Amount").rows().stream()
                .map(PayslipsByPage::line)
                .toList();
    }

    private static RawPayslip.Line line(Table.Row row) {
        return new RawPayslip.Line(row.cell("Description"), row.cell("Amount"));
    }
}
