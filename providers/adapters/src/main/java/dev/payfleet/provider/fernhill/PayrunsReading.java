package dev.payfleet.provider.fernhill;

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

/// The pay runs of a range of payment dates; the site lists them by the month of that date.
final class PayrunsReading implements Reading<Visit> {

    private static final String TABLE = "table#pay-runs";
    private static final String[] COLUMNS = {"Pay run", "Kind", "From", "To", "Pay date", "State"};

    @Override
    public ReadResult read(Visit visit, ResourceQuery query) {
        ResourceQuery.Between range = (ResourceQuery.Between) query;
        List<Payrun> payruns = list(visit).within(range.start(), range.end()).stream()
                .flatMap(page -> rows(page).stream())
                .filter(row -> range.contains(row.cell("Pay date").read(FernhillPages.DATE)))
                .map(row -> payrun(visit, row))
                .toList();
        return ReadResult.complete(payruns);
    }

    /// The address of the pay run with this id of ours; empty where the person has none such.
    static Optional<String> find(Visit visit, UUID payrunId) {
        return list(visit)
                .find(page -> rows(page).stream()
                        .map(row -> row.cell("Pay run"))
                        .filter(cell ->
                                visit.idOf(RecordKind.PAYRUN, cell.required()).equals(payrunId))
                        .map(cell -> cell.link())
                        .findFirst());
    }

    private static MonthList list(Visit visit) {
        return MonthList.open(visit, "pay-runs", "/pay/runs", TABLE);
    }

    private static List<Table.Row> rows(SitePage page) {
        return page.table(TABLE, COLUMNS).rows();
    }

    private static Payrun payrun(Visit visit, Table.Row row) {
        String number = row.cell("Pay run").required();
        return new Payrun(
                visit.idOf(RecordKind.PAYRUN, number),
                number,
                FernhillWords.RUN_STATE.read(row.cell("State")),
                FernhillWords.RUN_KIND.read(row.cell("Kind")),
                row.cell("From").readOrNull(FernhillPages.DATE),
                row.cell("To").readOrNull(FernhillPages.DATE),
                row.cell("Pay date").readOrNull(FernhillPages.DATE));
    }
}
