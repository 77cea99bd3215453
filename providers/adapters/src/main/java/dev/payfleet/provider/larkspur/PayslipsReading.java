package dev.payfleet.provider.larkspur;

import dev.payfleet.payroll.Payslip;
import dev.payfleet.provider.ReadResult;
import dev.payfleet.provider.Reading;
import dev.payfleet.provider.ResourceQuery;
import dev.payfleet.provider.Visit;
import dev.payfleet.provider.reading.SitePage;
import dev.payfleet.provider.reading.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The payslips of one pay run, each from its own page. A payslip whose figures do not agree is handed on as it is,
/// and the whole is called partial.
final class PayslipsReading implements Reading<Visit> {

    @Override
    public ReadResult read(Visit visit, ResourceQuery query) {
        ResourceQuery.Payslips asked = (ResourceQuery.Payslips) query;
        Optional<String> address = PayrunsReading.find(visit, asked.payrunId());
        if (address.isEmpty()) {
            return ReadResult.complete(List.of());
        }
        SitePage payrun = LarkspurPages.open(visit, "payrun", address.get());
        List<Payslip> payslips = new ArrayList<>();
        boolean partial = false;
        for (Table.Row row : payrun.table("table#payslips", "Payslip").rows()) {
            RawPayslip raw = RawPayslip.read(
                    LarkspurPages.open(visit, "payslip", row.cell("Payslip").link()));
            Payslip payslip = raw.payslip(visit);
            partial |= !raw.totalsAgree() || !payslip.balances();
            payslips.add(payslip);
        }
        return new ReadResult(payslips, partial);
    }
}
