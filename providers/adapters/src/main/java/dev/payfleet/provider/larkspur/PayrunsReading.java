package dev.payfleet.provider.larkspur;

import dev.payfleet.payroll.Payrun;
import dev.payfleet.provider.ReadResult;
import dev.payfleet.provider.Reading;
import dev.payfleet.provider.RecordKind;
import dev.payfleet.provider.ResourceQuery;
import dev.payfleet.provider.Visit;
import dev.payfleet.provider.reading.SitePage;
import dev.payfleet.provider.reading.Table;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The pay runs of a range of payment dates, which is what the site's own filter goes by too.
final class PayrunsReading implements Reading<Visit> {

    private static final String[] COLUMNS = {"Pay run", "Type", "Period start", "Period end", "Payment date", "Status"};

    @Override
    public ReadResult read(Visit visit, ResourceQuery query) {
        ResourceQuery.Between range = (ResourceQuery.Between) query;
        List<Payrun> payruns =
                LarkspurPages.list().follow(visit, "payruns", LarkspurPages.within("/payruns", range)).stream()
                        .flatMap(page -> rows(page).stream())
                        .map(row -> payrun(visit, row))
                        .toList();
        return ReadResult.complete(payruns);
    }

    /// The address of the pay run with this id of ours; empty where the person has none such.
    static Optional<String> find(Visit visit, UUID payrunId) {
        return LarkspurPages.list()
                .find(
                        visit,
                        "payruns",
                        "/payruns",
                        page -> rows(page).stream()
                                .map(row -> row.cell("Pay run"))
                                .filter(cell -> visit.idOf(RecordKind.PAYRUN, cell.required())
                                        .equals(payrunId))
                                .map(cell -> cell.link())
                                .findFirst());
    }

    private static List<Table.Row> rows(SitePage page) {
        return page.table("table#payruns", COLUMNS).rows();
    }

    private static Payrun payrun(Visit visit, Table.Row row) {
        String remoteId = row.cell("Pay run").required();
        return new Payrun(
                visit.idOf(RecordKind.PAYRUN, remoteId),
                remoteId,
                LarkspurWords.PAYRUN_STATE.read(row.cell("Status")),
                LarkspurWords.PAYRUN_TYPE.read(row.cell("Type")),
                row.cell("Period start").readOrNull(LarkspurPages.DATE),
                row.cell("Period end").readOrNull(LarkspurPages.DATE),
                row.cell("Payment date").readOrNull(LarkspurPages.DATE));
    }
}
