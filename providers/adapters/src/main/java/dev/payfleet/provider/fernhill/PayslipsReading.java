package dev.payfleet.provider.fernhill;

import dev.payfleet.payroll.PayrunType;
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
import org.jspecify.annotations.Nullable;

/// The pay statements of one pay run, each from its own page. A statement whose printed totals are not the sums of
/// its lines is handed on as it is, and the whole is called partial.
final class PayslipsReading implements Reading<Visit> {

    @Override
    public ReadResult read(Visit visit, ResourceQuery query) {
        ResourceQuery.Payslips asked = (ResourceQuery.Payslips) query;
        Optional<String> address = PayrunsReading.find(visit, asked.payrunId());
        if (address.isEmpty()) {
            return ReadResult.complete(List.of());
        }
        SitePage payrun = FernhillPages.open(visit, "pay-run", address.get());
        @Nullable
        PayrunType kind =
                FernhillWords.RUN_KIND.read(payrun.fields("dl#pay-run").get("Kind"));
        List<Payslip> payslips = new ArrayList<>();
        boolean sumsAgree = true;
        for (Table.Row row : payrun.table("table#statements", "Statement").rows()) {
            RawStatement statement = RawStatement.read(
                    FernhillPages.open(visit, "statement", row.cell("Statement").link()));
            sumsAgree &= statement.sumsAgree();
            payslips.add(statement.payslip(visit, kind));
        }
        return ReadResult.complete(payslips).partialIf(!sumsAgree);
    }
}
