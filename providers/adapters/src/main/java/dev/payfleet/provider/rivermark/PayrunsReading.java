package dev.payfleet.provider.rivermark;

import dev.payfleet.payroll.Payrun;
import dev.payfleet.provider.ReadResult;
import dev.payfleet.provider.Reading;
import dev.payfleet.provider.RecordKind;
import dev.payfleet.provider.ResourceQuery;
import dev.payfleet.provider.Visit;
import dev.payfleet.provider.reading.Table;
import java.util.List;

/// The pay runs of a range of payment dates.
final class PayrunsReading implements Reading<Visit> {

    @Override
    public ReadResult read(Visit visit, ResourceQuery query) {
        ResourceQuery.Between range = (ResourceQuery.Between) query;
        List<Payrun> payruns = PayrunList.until(
                        visit, row -> PayrunList.paid(row).isBefore(range.start()))
                .stream()
                .filter(row -> range.contains(PayrunList.paid(row)))
                .map(row -> payrun(visit, row))
                .toList();
        return ReadResult.complete(payruns);
    }

    private static Payrun payrun(Visit visit, Table.Row row) {
        String number = row.cell("Lauf").required();
        return new Payrun(
                visit.idOf(RecordKind.PAYRUN, number),
                number,
                RivermarkWords.RUN_STATE.read(row.cell("Status")),
                RivermarkWords.RUN_KIND.read(row.cell("Art")),
                row.cell("Von").readOrNull(RivermarkPages.DATE),
                row.cell("Bis").readOrNull(RivermarkPages.DATE),
                PayrunList.paid(row));
    }
}
