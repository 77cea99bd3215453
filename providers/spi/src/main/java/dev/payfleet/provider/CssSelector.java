package dev.payfleet.provider;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;

/// Selectors, each parsed once. An adapter's are the same few for every page, and reading one costs more than
/// looking for it. For many threads.
public final class CssSelector {
    /// More than all adapters' together; what an adapter makes up as it goes is parsed each time beyond it.
    private static final int MOST = 2_000;

    /// What makes it impossible to tell the ids of a selector without reading it whole.
    private static final Pattern INTRICATE = Pattern.compile("[(\"'\\\\]|[^\\x00-\\x7F]");

    private static final Pattern ATTRIBUTES = Pattern.compile("\\[[^]]*]");
    private static final Pattern ID = Pattern.compile("#([A-Za-z0-9_-]+)");

    private static final Map<String, Parsed> PARSED = new ConcurrentHashMap<>();

    private CssSelector() {}

    /// @param ids one of which a page must have for the selector to match; empty where that can't be told
    private record Parsed(Evaluator evaluator, Set<String> ids) {}

    /// What jsoup looks for an element by.
    ///
    /// @throws Selector.SelectorParseException where it is no selector
    public static Evaluator parsed(String selector) {
        return known(selector).evaluator();
    }

    /// Whether a selector may match on a page: most name an id, and then a look at the page's ids spares the search
    /// for an element.
    ///
    /// @param ids all that the page has
    /// @throws Selector.SelectorParseException where it is no selector
    public static boolean mayMatch(String selector, Set<String> ids) {
        Set<String> needed = known(selector).ids();
        return needed.isEmpty() || needed.stream().anyMatch(ids::contains);
    }

    private static Parsed known(String selector) {
        Parsed known = PARSED.get(selector);
        if (known != null) {
            return known;
        }
        Parsed parsed = new Parsed(Selector.evaluatorOf(selector), ids(selector));
        if (PARSED.size() < MOST) {
            PARSED.put(selector, parsed);
        }
        return parsed;
    }

    /// One id of each alternative.
    private static Set<String> ids(String selector) {
        if (INTRICATE.matcher(selector).find()) {
            return Set.of();
        }
        Set<String> ids = new HashSet<>();
        for (String alternative : ATTRIBUTES.matcher(selector).replaceAll("").split(",", -1)) {
            Matcher id = ID.matcher(alternative);
            if (!id.find()) {
                return Set.of();
            }
            ids.add(id.group(1));
        }
        return Set.copyOf(ids);
    }
}
