package dev.payfleet.provider.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.payfleet.provider.RecordKind;
import dev.payfleet.provider.Tier;
import dev.payfleet.provider.Visit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class PagesTest {

    private final List<String> opened = new ArrayList<>();
    private final Pages pages = new Pages("a[rel=next]", 5, Set.of());

    @Test
    void follows_the_link_to_the_next_page_to_the_end() {
        Visit visit = site(Map.of("/l", "?page=2", "/l?page=2", "/l?page=3", "/l?page=3", ""));

        assertThat(pages.follow(visit, "list", "/l")).hasSize(3);
        assertThat(opened).containsExactly("/l", "/l?page=2", "/l?page=3");
    }

    @Test
    void opens_no_page_behind_the_one_that_holds_what_is_looked_for() {
        Visit visit = site(Map.of("/l", "?page=2", "/l?page=2", "/l?page=3", "/l?page=3", ""));

        Optional<String> found = pages.find(
                visit,
                "list",
                "/l",
                page -> Optional.of(page.element("p").text()).filter("/l?page=2"::equals));

        assertThat(found).contains("/l?page=2");
        assertThat(opened).containsExactly("/l", "/l?page=2");
    }

    @Test
    void finds_a_loop() {
        Visit visit = site(Map.of("/l", "/l?page=2", "/l?page=2", "/l?page=2"));

        assertThatThrownBy(() -> pages.follow(visit, "list", "/l"))
                .hasMessage("page \"list\" has changed: expected a link to a next page that was not there before");
    }

    @Test
    void takes_a_list_without_end_for_a_changed_layout() {
        Visit visit = endless();

        assertThatThrownBy(() -> pages.follow(visit, "list", "/l0"))
                .hasMessage("page \"list\" has changed: expected at most 5 pages");
        assertThat(opened).hasSize(5);
    }

    private Visit site(Map<String, String> nextByPath) {
        return new OpeningVisit() {
            @Override
            public Document open(String path) {
                String here = path.replace("https://pay.example.com", "");
                opened.add(here);
                return page(here, nextByPath.get(here));
            }
        };
    }

    private Visit endless() {
        return new OpeningVisit() {
            @Override
            public Document open(String path) {
                opened.add(path);
                return page("/l", "/l" + opened.size());
            }
        };
    }

    private static Document page(String here, String next) {
        String link = next.isEmpty() ? "" : "<a rel=next href='" + next + "'>Next</a>";
        return Jsoup.parse("<p>" + here + "</p>" + link, "https://pay.example.com" + here);
    }

    /// A visit that can only open pages.
    private abstract static class OpeningVisit implements Visit {
        @Override
        public byte[] download(String path) {
            throw new UnsupportedOperationException();
        }

        @Override
        public UUID idOf(RecordKind kind, String remoteId) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Tier tier() {
            return Tier.HTTP;
        }

        @Override
        public LocalDate today() {
            throw new UnsupportedOperationException();
        }
    }
}
