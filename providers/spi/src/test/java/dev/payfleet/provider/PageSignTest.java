package dev.payfleet.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageSignTest {

    private static final Document PAGE = Jsoup.parse("<p class=banner>Your account is LOCKED.</p>");

    @Test
    void matches_by_element_status_or_text() {
        assertThat(PageSign.element(PageMeaning.ACCOUNT_LOCKED, "p.banner").matches(200, PAGE))
                .isTrue();
        assertThat(PageSign.element(PageMeaning.ACCOUNT_LOCKED, "p.other").matches(200, PAGE))
                .isFalse();
        assertThat(PageSign.status(PageMeaning.MAINTENANCE, 503).matches(503, PAGE))
                .isTrue();
        assertThat(PageSign.status(PageMeaning.MAINTENANCE, 503).matches(200, PAGE))
                .isFalse();
        assertThat(PageSign.elementContaining(PageMeaning.ACCOUNT_LOCKED, "p.banner", "locked")
                        .matches(200, PAGE))
                .isTrue();
        assertThat(PageSign.elementContaining(PageMeaning.ACCOUNT_LOCKED, "p.banner", "closed")
                        .matches(200, PAGE))
                .isFalse();
    }

    @Test
    void needs_all_of_its_conditions() {
        PageSign sign = new PageSign(PageMeaning.ACCOUNT_LOCKED, "p.banner", 403, null, null);

        assertThat(sign.matches(403, PAGE)).isTrue();
        assertThat(sign.matches(200, PAGE)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#menu",
                "nav#menu",
                "nav#menu.wide > a",
                "#gone",
                "#gone, #menu",
                "#gone, p.banner",
                "#gone #menu",
                "form[action=#gone], #menu",
                "a[href='#gone']",
                "nav:not(#gone)",
                "nav:not(#menu)",
                "#größe",
                "p.banner",
                "p.other"
            })
    void is_found_by_the_ids_of_a_page_exactly_where_it_is_found_without_them(String selector) {
        Document page = Jsoup.parse(
                "<nav id=menu class=wide><a href='#gone'>x</a></nav><p class=banner>y</p><b id='größe'>z</b>");
        PageSign sign = PageSign.element(PageMeaning.SIGNED_IN, selector);

        assertThat(PageSign.first(List.of(sign), 200, page).isPresent()).isEqualTo(sign.matches(200, page));
    }

    @Test
    void the_first_that_a_page_bears_counts() {
        PageSign status = PageSign.status(PageMeaning.MAINTENANCE, 503);
        PageSign banner = PageSign.element(PageMeaning.ACCOUNT_LOCKED, "p.banner");
        PageSign other = PageSign.element(PageMeaning.SIGNED_IN, "#gone");

        assertThat(PageSign.first(List.of(other, status, banner), 503, PAGE)).contains(status);
        assertThat(PageSign.first(List.of(other, banner, status), 503, PAGE)).contains(banner);
        assertThat(PageSign.first(List.of(other, status, banner), 200, PAGE)).contains(banner);
        assertThat(PageSign.first(List.of(other), 200, PAGE)).isEmpty();
    }

    @Test
    void refuses_to_be_no_sign() {
        assertThatThrownBy(() -> new PageSign(PageMeaning.SIGNED_IN, null, null, null, null))
                .hasMessage("selector or status must be given");
        assertThatThrownBy(() -> PageSign.element(PageMeaning.SIGNED_IN, "p[["))
                .hasMessage("selector must be a CSS selector");
        assertThatThrownBy(() -> PageSign.status(PageMeaning.SIGNED_IN, 42))
                .hasMessage("status must be an HTTP status");
        assertThatThrownBy(() -> PageSign.element(PageMeaning.CHALLENGE, "p"))
                .hasMessageStartingWith("challenge must be given");
    }
}
