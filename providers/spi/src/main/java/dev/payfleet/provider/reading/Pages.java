package dev.payfleet.provider.reading;

import dev.payfleet.provider.ProviderException;
import dev.payfleet.provider.Trouble;
import dev.payfleet.provider.Visit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jsoup.nodes.Element;

/// A list that a site spreads over several pages, each with a link to the next.
public final class Pages {

    private final String next;
    private final int most;
    private final Set<String> blanks;

    /// How a site leads from page to page.
    ///
    /// @param next CSS selector of the link to the next page; the last page has none
    /// @param most pages after which a list is taken for endless
    /// @param blanks texts that stand for nothing at this site
    public Pages(String next, int most, Set<String> blanks) {
        this.next = next;
        this.most = most;
        this.blanks = Set.copyOf(blanks);
    }

    /// All pages of the list, in order.
    ///
    /// @param name what failures call each of the pages
    /// @param path of the first page
    /// @throws dev.payfleet.provider.ProviderException of a changed layout where a page comes again, or there
    ///         is no end
    public List<SitePage> follow(Visit visit, String name, String path) {
        List<SitePage> pages = new ArrayList<>();
        find(visit, name, path, page -> {
            pages.add(page);
            return Optional.empty();
        });
        return pages;
    }

    /// What a page of the list holds first; pages behind it are not opened.
    ///
    /// @param look looks for it on one page
    /// @return empty where no page holds it
    public <T> Optional<T> find(Visit visit, String name, String path, Function<SitePage, Optional<T>> look) {
        Set<String> seen = new HashSet<>();
        String address = path;
        for (int count = 0; count < most; count++) {
            SitePage page = new SitePage(name, visit.open(address), blanks);
            Optional<T> found = look.apply(page);
            Element link = page.elementOrNull(next);
            if (found.isPresent() || link == null) {
                return found;
            }
            address = link.absUrl("href");
            if (address.isEmpty() || !seen.add(address)) {
                throw page.changed("a link to a next page that was not there before");
            }
        }
        throw new ProviderException(new Trouble.LayoutChanged(name, "at most " + most + " pages"));
    }
}
