package dev.payfleet.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

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
