package dev.payfleet.provider.reading;

import java.util.List;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// What stands in one place of a page, to be read in a notation. White space is as a browser would show it.
public final class Text {

    private final SitePage page;
    private final String place;
    private final Element element;

    Text(SitePage page, String place, Element element) {
        this.page = page;
        this.place = place;
        this.element = element;
    }

    /// The text, which must be there.
    public String required() {
        String text = orNull();
        if (text == null) {
            throw page.changed(place + ": a value");
        }
        return text;
    }

    /// The text, or null where nothing stands there.
    public @Nullable String orNull() {
        String text = element.text();
        return page.isBlank(text) ? null : text.strip();
    }

    /// The text as a value, which must be there.
    public <T> T read(Notation<T> notation) {
        return parsed(notation, required());
    }

    /// The text as a value, or null where nothing stands there. What stands there and is no such value is a changed
    /// layout, never null.
    public <T> @Nullable T readOrNull(Notation<T> notation) {
        String text = orNull();
        return text == null ? null : parsed(notation, text);
    }

    /// The full address of the one link in this place.
    public String link() {
        Element link = element.is("a[href]") ? element : element.selectFirst("a[href]");
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
        Element bearer = element.selectFirst("[" + attribute + "]");
        if (bearer == null || bearer.attr(attribute).isBlank()) {
            throw page.changed(place + ": an element with " + attribute);
        }
        return bearer.attr(attribute).strip();
    }

    /// The places within this one that match.
    public List<Text> each(String selector) {
        return element.select(selector).stream()
                .map(inner -> new Text(page, place + ", " + selector, inner))
                .toList();
    }

    private <T> T parsed(Notation<T> notation, String text) {
        T value = notation.parse(text);
        if (value == null) {
            throw page.changed(place + ": " + notation.description());
        }
        return value;
    }

    /// The place alone: the text is a person's.
    @Override
    public String toString() {
        return "Text[" + page.name() + ", " + place + ", <redacted>]";
    }
}
