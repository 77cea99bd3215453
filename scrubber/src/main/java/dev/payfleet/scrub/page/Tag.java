package dev.payfleet.scrub.page;

import java.util.Set;

/// An element's tag and what of its attributes may matter to a style sheet. The names are used for the layout alone
/// and are never drawn.
///
/// @param name as it is laid out: unknown and active tags have become `div` or `span`
/// @param classes the class attribute, for the site's style sheet
/// @param id the id attribute, for the site's style sheet
/// @param role the ARIA role, or empty
/// @param style the style attribute; dropped but in tests
/// @param span the columns a cell spans; dropped but in tests
record Tag(String name, String classes, String id, String role, String style, String span) {
    static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");
    static final Set<String> PHRASING = Set.of(
            "a", "abbr", "b", "bdi", "bdo", "big", "br", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins",
            "kbd", "mark", "nobr", "output", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike", "strong",
            "sub", "sup", "time", "tt", "u", "var", "wbr");
    /// Kept under their own name, because style sheets and the table layout go by it.
    static final Set<String> KEPT = Set.of(
            "html",
            "body",
            "main",
            "header",
            "footer",
            "nav",
            "section",
            "article",
            "aside",
            "address",
            "hgroup",
            "search",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "p",
            "div",
            "pre",
            "blockquote",
            "figure",
            "figcaption",
            "ul",
            "ol",
            "menu",
            "li",
            "dl",
            "dt",
            "dd",
            "table",
            "caption",
            "thead",
            "tbody",
            "tfoot",
            "tr",
            "td",
            "th",
            "form",
            "fieldset",
            "legend",
            "label",
            "button",
            "a",
            "span",
            "b",
            "strong",
            "i",
            "em",
            "u",
            "s",
            "small",
            "sub",
            "sup",
            "code",
            "kbd",
            "samp",
            "mark",
            "abbr",
            "time",
            "output",
            "cite",
            "q",
            "hr");
    static final Set<String> TABLE_PARTS = Set.of("thead", "tbody", "tfoot", "tr", "td", "th");

    private static final Set<String> SECTIONS =
            Set.of("main", "header", "footer", "nav", "section", "article", "aside", "form", "fieldset", "table");
    private static final Set<String> SECTION_ROLES = Set.of(
            "main",
            "navigation",
            "banner",
            "contentinfo",
            "complementary",
            "form",
            "region",
            "search",
            "dialog",
            "alertdialog",
            "alert",
            "status",
            "log",
            "table",
            "grid",
            "tablist");
    private static final Set<String> WHOLE_PAGE = Set.of("html", "body");

    boolean section() {
        return SECTIONS.contains(name) || HEADINGS.contains(name) || SECTION_ROLES.contains(role);
    }

    boolean wholePage() {
        return WHOLE_PAGE.contains(name);
    }

    @Override
    public String toString() {
        return "Tag[" + name + "]";
    }
}
