package dev.payfleet.provider.meridian;

import dev.payfleet.provider.VisitByPage;
import dev.payfleet.provider.reading.SitePage;
import dev.payfleet.provider.reading.Table;
import dev.payfleet.provider.reading.Text;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/// How Meridian's pages are opened, and the tables in them read to their ends.
final class MeridianPages {

    /// The script says so itself when everything that belongs to a page has come.
    static final String READY = "#app[data-state=ready]";

    private static final Set<String> BLANKS = Set.of("—");
    private static final String MORE = "[data-testid=load-more]:not([hidden])";

    /// 25 rows a click: 400 clicks are a list of 10,000.
    private static final int MOST_CLICKS = 400;

    private MeridianPages() {}

    static SitePage open(VisitByPage visit, String name, String path) {
        return page(name, visit.open(path, READY));
    }

    static SitePage page(String name, Document document) {
        return new SitePage(name, document, BLANKS);
    }

    /// How the site's tests, and so its pages, call a part.
    static String part(String testId) {
        return "[data-testid=" + testId + "]";
    }

    /// A list on a page of its own that grows at a button, as it is once the button is gone.
    static List<Table.Row> grown(VisitByPage visit, String name, String path, String table, String... columns) {
        return grown(visit, open(visit, name, path), table, columns);
    }

    /// The same on a page that is open.
    static List<Table.Row> grown(VisitByPage visit, SitePage opened, String table, String... columns) {
        String idle = "table" + part(table) + ":not([data-state=loading])";
        SitePage page = opened;
        for (int clicks = 0; page.elementOrNull(MORE) != null; clicks++) {
            if (clicks == MOST_CLICKS) {
                throw page.changed("at most " + MOST_CLICKS + " parts of " + part(table));
            }
            visit.page().locator(MORE).click();
            page = page(page.name(), visit.await(idle));
        }
        return page.table("table" + part(table), columns).rows();
    }

    /// The id of the record that a place refers to, by link or by mark; null where nothing stands there.
    static @Nullable String idOrNull(Text place) {
        return place.each("[data-id]").isEmpty() ? place.linkedIdOrNull() : place.attributeOrNull("data-id");
    }

    /// The id of the record that a place refers to, which must be there.
    static String id(Text place) {
        place.required();
        return Objects.requireNonNull(idOrNull(place), "something stands there");
    }
}
