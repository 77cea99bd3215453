package dev.payfleet.provider.rivermark;

import dev.payfleet.payroll.Payslip;
import dev.payfleet.provider.ReadResult;
import dev.payfleet.provider.Reading;
import dev.payfleet.provider.RecordKind;
import dev.payfleet.provider.ResourceQuery;
import dev.payfleet.provider.Visit;
import dev.payfleet.provider.reading.SitePage;
import dev.payfleet.provider.reading.Table;
import dev.payfleet.provider.reading.pdf.PdfText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/// The payslips of one pay run, each from its PDF file. One whose printed totals are not the sums of its lines is
/// handed on as it is, and the whole is called partial.
final class PayslipsReading implements Reading<Visit> {

    @Override
    public ReadResult read(Visit visit, ResourceQuery query) {
        Optional<String> payrun = find(visit, ((ResourceQuery.Payslips) query).payrunId());
        if (payrun.isEmpty()) {
            return ReadResult.complete(List.of());
        }
        SitePage page = RivermarkPages.open(visit, "abrechnung", "abrechnungen/" + payrun.get());
        List<Payslip> payslips = new ArrayList<>();
        boolean sumsAgree = true;
        for (Table.Row row : page.table("table#belege", "Beleg").rows()) {
            byte[] file = visit.download(row.cell("Beleg").link());
            PayslipPdf payslip = new PayslipPdf(PdfText.read("payslip", file, RivermarkPages.BLANKS));
            sumsAgree &= payslip.sumsAgree();
            payslips.add(payslip.payslip(visit));
        }
        return ReadResult.complete(payslips).partialIf(!sumsAgree);
    }

    /// The number of the pay run with this id of ours; empty where the person has none such.
    private static Optional<String> find(Visit visit, UUID payrunId) {
        Predicate<Table.Row> asked = row ->
                visit.idOf(RecordKind.PAYRUN, row.cell("Lauf").required()).equals(payrunId);
        return PayrunList.until(visit, asked).stream()
                .filter(asked)
                .map(row -> row.cell("Lauf").required())
                .findFirst();
    }
}
