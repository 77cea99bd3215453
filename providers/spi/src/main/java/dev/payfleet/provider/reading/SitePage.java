package dev.payfleet.provider.reading;

import dev.payfleet.provider.CssSelector;
import dev.payfleet.provider.ProviderException;
import dev.payfleet.provider.Trouble;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// A page under the name its adapter has for it, which every failure to read it tells. Not for several threads.
public final class SitePage {

    private final String name;
    private final Document document;
    private final Set<String> blanks;

    /// A page to be read.
    ///
    /// @param name what failures call the page; static, such as `payslip`
    /// @param blanks texts that stand for nothing at this site, such as a dash; empty text always does
    public SitePage(String name, Document document, Set<String> blanks) {
        this.name = name;
        this.document = document;
        this.blanks = Set.copyOf(blanks);
    }

    /// The name given.
    public String name() {
        return name;
    }

    /// The first element that matches; [Trouble.LayoutChanged] where none does.
    public Element element(String selector) {
        Element element = document.selectFirst(CssSelector.parsed(selector));
        if (element == null) {
            throw changed(selector);
        }
        return element;
    }

    /// The first element that matches, or null where that is nothing to worry about.
    public @Nullable Element elementOrNull(String selector) {
        return document.selectFirst(CssSelector.parsed(selector));
    }

    /// The labelled fields of a definition list.
    public Fields fields(String selector) {
        return new Fields(this, selector, element(selector));
    }

    /// A table with at least these columns, told by the text of its header.
    public Table table(String selector, String... columns) {
        return new Table(this, selector, element(selector), List.of(columns));
    }

    /// The trouble of not finding what was expected.
    ///
    /// @param expected static words; never a value of the page
    public ProviderException changed(String expected) {
        return new ProviderException(new Trouble.LayoutChanged(name, expected));
    }

    boolean isBlank(String text) {
        return text.isBlank() || blanks.contains(text.strip());
    }

    /// The name alone: the content is a person's.
    @Override
    public String toString() {
        return "SitePage[" + name + "]";
    }
}
