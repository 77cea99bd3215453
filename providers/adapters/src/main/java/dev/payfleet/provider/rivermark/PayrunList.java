package dev.payfleet.provider.rivermark;

import dev.payfleet.provider.ProviderException;
import dev.payfleet.provider.Trouble;
import dev.payfleet.provider.Visit;
import dev.payfleet.provider.reading.SitePage;
import dev.payfleet.provider.reading.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// The list of pay runs, newest payment first, twelve to a page. Pages are opened as long as they are needed.
final class PayrunList {

    private static final String NAME = "abrechnungen";
    private static final String[] COLUMNS = {"Lauf", "Art", "Von", "Bis", "Auszahlung", "Status"};

    /// A hundred years of months.
    private static final int MOST_PAGES = 100;

    private PayrunList() {}

    /// The rows of all pages up to the first one that holds a row which is enough.
    static List<Table.Row> until(Visit visit, Predicate<Table.Row> enough) {
        List<Table.Row> rows = new ArrayList<>();
        for (int number = 1; number <= MOST_PAGES; number++) {
            SitePage page = RivermarkPages.open(visit, NAME, NAME + "?seite=" + number);
            List<Table.Row> found = page.table("table#abrechnungen", COLUMNS).rows();
            rows.addAll(found);
            if (page.elementOrNull("a[rel=next]") == null || found.stream().anyMatch(enough)) {
                return rows;
            }
        }
        throw new ProviderException(new Trouble.LayoutChanged(NAME, "at most " + MOST_PAGES + " pages"));
    }

    static LocalDate paid(Table.Row row) {
        return row.cell("Auszahlung").read(RivermarkPages.DATE);
    }
}
