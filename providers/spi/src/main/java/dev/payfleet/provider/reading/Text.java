package dev.payfleet.provider.reading;

import dev.payfleet.provider.CssSelector;
import dev.payfleet.provider.ProviderException;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jspecify.annotations.Nullable;

/// What stands in one place of a page, to be read in a notation. White space is as a browser would show it.
public final class Text implements Value {

    private static final Evaluator LINK = CssSelector.parsed("a[href]");

    private final SitePage page;
    private final String place;
    private final Element element;

    Text(SitePage page, String place, Element element) {
        this.page = page;
        this.place = place;
        this.element = element;
    }

    @Override
    public @Nullable String orNull() {
        String text = element.text();
        return page.isBlank(text) ? null : text.strip();
    }

    @Override
    public ProviderException changed(String expected) {
        return page.changed(place + ": " + expected);
    }

    /// The full address of the one link in this place.
    public String link() {
        Element link = element.is(LINK) ? element : element.selectFirst(LINK);
        String address = link == null ? "" : link.absUrl("href");
        if (address.isEmpty()) {
            throw page.changed(place + ": a link");
        }
        return address;
    }

    /// The last part of the path of the link in this place, or null where nothing stands there: most often a
    /// record's id.
    public @Nullable String linkedIdOrNull() {
        if (orNull() == null) {
            return null;
        }
        String path = link().replaceAll("[?#].*", "");
        String id = path.substring(path.lastIndexOf('/') + 1);
        if (id.isEmpty()) {
            throw page.changed(place + ": a link that ends in an id");
        }
        return id;
    }

    /// The attribute of the first element in this place that has it, or null where nothing stands there.
    public @Nullable String attributeOrNull(String attribute) {
        if (orNull() == null) {
            return null;
        }
        Element bearer = element.selectFirst(CssSelector.parsed("[" + attribute + "]"));
        if (bearer == null || bearer.attr(attribute).isBlank()) {
            throw page.changed(place + ": an element with " + attribute);
        }
        return bearer.attr(attribute).strip();
    }

    /// The places within this one that match.
    public List<Text> each(String selector) {
        return element.select(CssSelector.parsed(selector)).stream()
                .map(inner -> new Text(page, place + ", " + selector, inner))
                .toList();
    }

    /// The place alone: the text is a person's.
    @Override
    public String toString() {
        return "Text[" + page.name() + ", " + place + ", <redacted>]";
    }
}
