package dev.payfleet.provider;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;

/// Selectors, each parsed once. An adapter's are the same few for every page, and reading one costs more than
/// looking for it. For many threads.
public final class CssSelector {
    /// More than all adapters' together; what an adapter makes up as it goes is parsed each time beyond it.
    private static final int MOST = 2_000;

    private static final Map<String, Evaluator> PARSED = new ConcurrentHashMap<>();

    private CssSelector() {}

    /// What jsoup looks for an element by.
    ///
    /// @throws Selector.SelectorParseException where it is no selector
    public static Evaluator parsed(String selector) {
        Evaluator known = PARSED.get(selector);
        if (known != null) {
            return known;
        }
        Evaluator parsed = Selector.evaluatorOf(selector);
        if (PARSED.size() < MOST) {
            PARSED.put(selector, parsed);
        }
        return parsed;
    }
}
