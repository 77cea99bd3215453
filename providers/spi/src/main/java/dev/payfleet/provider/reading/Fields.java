package dev.payfleet.provider.reading;

import dev.payfleet.provider.CssSelector;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;

/// The labelled fields of a definition list (`dl`), told by the text of their labels.
public final class Fields {

    private final SitePage page;
    private final String selector;
    private final List<Element> terms;

    Fields(SitePage page, String selector, Element list) {
        this.page = page;
        this.selector = selector;
        this.terms = list.select(CssSelector.parsed("dt"));
    }

    /// The field with this label, which must be there once.
    public Text get(String label) {
        List<Element> labels =
                terms.stream().filter(term -> term.text().strip().equals(label)).toList();
        if (labels.size() != 1) {
            throw page.changed("field \"" + label + "\" in " + selector + (labels.isEmpty() ? "" : " once"));
        }
        return new Text(page, "field \"" + label + "\" in " + selector, valueOf(labels.getFirst()));
    }

    /// All labels and texts, for fields whose labels are the site's own; a label that comes again keeps its first
    /// text, and one with nothing beside it is left out.
    public Map<String, String> all() {
        Map<String, String> all = new LinkedHashMap<>();
        for (Element term : terms) {
            String text = valueOf(term).text().strip();
            if (!page.isBlank(text) && !term.text().isBlank()) {
                all.putIfAbsent(term.text().strip(), text);
            }
        }
        return all;
    }

    private Element valueOf(Element term) {
        Element value = term.nextElementSibling();
        if (value == null || !value.nameIs("dd")) {
            throw page.changed("a value beside each label in " + selector);
        }
        return value;
    }
}
