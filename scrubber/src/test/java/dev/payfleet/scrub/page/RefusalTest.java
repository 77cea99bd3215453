package dev.payfleet.scrub.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// No picture is better than one that may show something.
class RefusalTest {
    private static Site site;

    @BeforeAll
    static void openBrowser() {
        site = Site.open();
    }

    @AfterAll
    static void closeBrowser() {
        site.close();
    }

    @Test
    void pageThatNeverAnswersIsRefusedInTime() {
        Page page = site.blank("<p>Balance</p>");
        page.evaluate("setTimeout(() => { while (true); }, 0)");

        assertRefused(page, "reading the page");
    }

    @Test
    void closedPageIsRefused() {
        Page page = site.blank("<p>Balance</p>");
        page.close();

        assertRefused(page, "reading the page");
    }

    @Test
    void pageWithTooManyNodesIsRefused() {
        try (Page page = site.blank("<p>Ada</p>")) {
            page.evaluate("document.body.innerHTML = '<i>1</i>'.repeat(40000)");

            assertRefused(page, "more than 60000 nodes");
        }
    }

    @Test
    void pageThatNestsTooDeeplyIsRefused() {
        try (Page page = site.blank("<p>Ada</p>")) {
            page.evaluate(
                    "() => { let at = document.body; for (let i = 0; i < 450; i++) at = at.appendChild(document.createElement('div')); at.textContent = 'x'; }");

            assertRefused(page, "nests deeper");
        }
    }

    @Test
    void longPageIsCutAndSaysSo() {
        try (Page page = site.blank("<table>" + "<tr><td>1<td>2".repeat(3000) + "</table>")) {
            Redrawn redrawn = PageRedraw.redraw(page, Set.of(), Site.CAPTION);

            assertThat(redrawn.cut()).isTrue();
            assertThat(redrawn.height()).isLessThan(6_500);
        }
    }

    @Test
    void refusalNamesTheStepAndNothingOfThePage() {
        Page page = site.blank("<title>Ada Lovelace</title>");
        page.close();

        assertThatThrownBy(() -> PageRedraw.redraw(page, Set.of(), Site.CAPTION))
                .hasNoCause()
                .hasMessageNotContaining("Ada")
                .hasMessageNotContaining("payroll.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://payroll.example/x", "/payruns?id=1", "ada@b.example", "", "a\nb"})
    void captionRefusesAddressesAndBlanks(String text) {
        assertThatThrownBy(() -> Caption.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("caption title: expected 1 to 120");
    }

    private static void assertRefused(Page page, String reason) {
        assertThatThrownBy(() -> PageRedraw.redraw(page, Site.staticTexts(), Site.CAPTION))
                .isInstanceOf(RedrawRefusedException.class)
                .hasMessageContaining(reason);
    }
}
