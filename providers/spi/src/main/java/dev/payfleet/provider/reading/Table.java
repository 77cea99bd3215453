package dev.payfleet.provider.reading;

import dev.payfleet.provider.CssSelector;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.jsoup.select.Evaluator;

/// A table with one header row, told by the texts of its header, so that a moved column is found and a missing one
/// noticed. Its foot is no data.
public final class Table {

    private static final Evaluator HEADERS = CssSelector.parsed("> thead > tr > th");
    private static final Evaluator ROWS = CssSelector.parsed("> tbody > tr");
    private static final Evaluator CELLS = CssSelector.parsed("> td, > th");

    private final List<Row> rows = new ArrayList<>();

    Table(SitePage page, String selector, Element table, List<String> columns) {
        Elements headers = table.select(HEADERS);
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < headers.size(); i++) {
            if (places.putIfAbsent(headers.get(i).text().strip(), i) != null
                    && columns.contains(headers.get(i).text().strip())) {
                throw page.changed("column \"" + headers.get(i).text().strip() + "\" in " + selector + " once");
            }
        }
        for (String column : columns) {
            if (!places.containsKey(column)) {
                throw page.changed("column \"" + column + "\" in " + selector);
            }
        }
        places.keySet().retainAll(columns);
        for (Element row : table.select(ROWS)) {
            Elements cells = row.select(CELLS);
            if (isNotice(cells, headers.size())) {
                continue;
            }
            if (cells.size() != headers.size()) {
                throw page.changed("row " + (rows.size() + 1) + " of " + selector + ": " + headers.size() + " cells");
            }
            rows.add(new Row(page, selector, rows.size() + 1, places, cells));
        }
    }

    /// The rows in the order of the page.
    public List<Row> rows() {
        return List.copyOf(rows);
    }

    /// One cell across the whole table: a sentence such as "None", not a row of data.
    private static boolean isNotice(Elements cells, int columns) {
        return cells.size() == 1
                && columns > 1
                && cells.getFirst().attr("colspan").equals(String.valueOf(columns));
    }

    /// One row of data.
    public static final class Row {

        private final SitePage page;
        private final String selector;
        private final int number;
        private final Map<String, Integer> places;
        private final Elements cells;

        Row(SitePage page, String selector, int number, Map<String, Integer> places, Elements cells) {
            this.page = page;
            this.selector = selector;
            this.number = number;
            this.places = places;
            this.cells = cells;
        }

        /// The cell under a header.
        ///
        /// @param column one of those the table was asked for
        public Text cell(String column) {
            Integer place = places.get(column);
            if (place == null) {
                throw new IllegalArgumentException("column was not asked for: " + column);
            }
            String named = "row " + number + ", column \"" + column + "\" of " + selector;
            return new Text(page, named, cells.get(place));
        }
    }
}
