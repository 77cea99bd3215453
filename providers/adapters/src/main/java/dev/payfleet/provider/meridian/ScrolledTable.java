package dev.payfleet.provider.meridian;

import dev.payfleet.provider.VisitByPage;
import dev.payfleet.provider.reading.SitePage;
import dev.payfleet.provider.reading.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A long table of which only the rows in view are in the document; more are drawn, and fetched, as one scrolls.
final class ScrolledTable {

    /// Scrolls by less than what is in view, and waits for the frame in which the page answers that.
    private static final String SCROLL = """
            view => new Promise(done => {
              view.scrollBy(0, view.clientHeight * 0.8);
              requestAnimationFrame(() => requestAnimationFrame(() => done(true)));
            })""";

    private final VisitByPage visit;
    private final String table;
    private final String idColumn;
    private final String[] columns;
    private final Map<String, Table.Row> rows = new LinkedHashMap<>();

    /// @param table how the site calls it
    /// @param idColumn the column that tells whose row it is
    ScrolledTable(VisitByPage visit, String table, String idColumn, String... columns) {
        this.visit = visit;
        this.table = MeridianPages.part(table);
        this.idColumn = idColumn;
        this.columns = columns;
    }

    /// All rows of the page, from its top.
    List<Table.Row> rows(String name, String path) {
        SitePage page = MeridianPages.open(visit, name, path);
        boolean news = collect(page);
        while (!isWhole(page)) {
            if (!news) {
                throw page.changed("more rows of " + table + " on scrolling");
            }
            visit.page().locator(viewport()).evaluate(SCROLL);
            page = MeridianPages.page(name, visit.await("table" + table + ":not([data-state=loading])"));
            news = collect(page);
        }
        return List.copyOf(rows.values());
    }

    private boolean collect(SitePage page) {
        int before = rows.size();
        for (Table.Row row : page.table("table" + table, columns).rows()) {
            rows.putIfAbsent(MeridianPages.id(row.cell(idColumn)), row);
        }
        return rows.size() > before;
    }

    /// The count is -1 for as long as the site itself does not know it.
    private boolean isWhole(SitePage page) {
        return page.element("table" + table).attr("aria-rowcount").equals(String.valueOf(rows.size()));
    }

    private String viewport() {
        return table.replace("]", "-viewport]");
    }
}
