package dev.payfleet.provider;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;

/// A mark by which a page tells what it is. All conditions that are set must hold, and at least one is set.
///
/// @param meaning what a page that bears the sign tells
/// @param selector a CSS selector that must match, in jsoup's and the browser's common subset
/// @param status the HTTP status that must have come
/// @param containing static text which an element that matches must contain, letter case apart
/// @param challenge how a second factor is asked for; set if and only if the meaning is [PageMeaning#CHALLENGE]
public record PageSign(
        PageMeaning meaning,
        @Nullable String selector,
        @Nullable Integer status,
        @Nullable String containing,
        @Nullable ChallengePage challenge) {

    /// Throws [IllegalArgumentException] naming the field that is wrong.
    public PageSign {
        if (selector == null && status == null) {
            throw new IllegalArgumentException("selector or status must be given");
        }
        if (containing != null && selector == null) {
            throw new IllegalArgumentException("containing needs a selector to look in");
        }
        if (status != null && (status < 100 || status > 599)) {
            throw new IllegalArgumentException("status must be an HTTP status");
        }
        if ((meaning == PageMeaning.CHALLENGE) != (challenge != null)) {
            throw new IllegalArgumentException("challenge must be given for the meaning CHALLENGE, and for no other");
        }
        if (selector != null) {
            requireReadable(selector);
        }
    }

    /// A page with an element that matches.
    public static PageSign element(PageMeaning meaning, String selector) {
        return new PageSign(meaning, selector, null, null, null);
    }

    /// A page with an element that matches and contains a static text.
    public static PageSign elementContaining(PageMeaning meaning, String selector, String text) {
        return new PageSign(meaning, selector, null, text, null);
    }

    /// A page that came with a status.
    public static PageSign status(PageMeaning meaning, int status) {
        return new PageSign(meaning, null, status, null, null);
    }

    /// A page that asks for a second factor.
    public static PageSign challenge(ChallengePage page, String selector) {
        return new PageSign(PageMeaning.CHALLENGE, selector, null, null, page);
    }

    /// The first of these signs that a page bears. The ids of the page are looked at once for all of them.
    public static Optional<PageSign> first(List<PageSign> signs, int pageStatus, Document page) {
        Set<String> ids =
                page.stream().map(Element::id).filter(id -> !id.isEmpty()).collect(Collectors.toSet());
        return signs.stream()
                .filter(sign -> sign.selector == null || CssSelector.mayMatch(sign.selector, ids))
                .filter(sign -> sign.matches(pageStatus, page))
                .findFirst();
    }

    /// Whether a page bears the sign.
    public boolean matches(int pageStatus, Document page) {
        if (status != null && status != pageStatus) {
            return false;
        }
        return selector == null
                || page.selectStream(CssSelector.parsed(selector)).anyMatch(this::containsText);
    }

    private boolean containsText(Element element) {
        return containing == null
                || element.text().toLowerCase(Locale.ROOT).contains(containing.toLowerCase(Locale.ROOT));
    }

    private static void requireReadable(String selector) {
        try {
            Evaluator _ = CssSelector.parsed(selector);
        } catch (Selector.SelectorParseException | IllegalArgumentException e) {
            throw new IllegalArgumentException("selector must be a CSS selector", e);
        }
    }
}
