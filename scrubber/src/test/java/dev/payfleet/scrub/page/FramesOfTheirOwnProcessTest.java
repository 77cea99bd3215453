package dev.payfleet.scrub.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// With site isolation, a frame of another site lives in another process, which has to be asked by itself.
class FramesOfTheirOwnProcessTest {
    private static final String TEMPLATE = "hostile/cross-origin-frames.html";

    private static Site site;

    @BeforeAll
    static void openBrowser() {
        site = Site.open("--site-per-process");
    }

    @AfterAll
    static void closeBrowser() {
        site.close();
    }

    @Test
    void framesAreReadAndLookTheSameForTwoPeople() {
        Redrawn ada = site.redraw(TEMPLATE, Site.person("ada"));
        Redrawn bartholomew = site.redraw(TEMPLATE, Site.person("bartholomew"));

        assertThat(ada.unreadableFrames()).isZero();
        assertThat(ada.png()).isEqualTo(bartholomew.png());
    }

    @Test
    void frameThatDoesNotAnswerIsDrawnOpaque() {
        try (Page page = site.visit(TEMPLATE, Site.person("ada"))) {
            Frame frame = page.frames().get(1);
            frame.evaluate("setTimeout(() => { while (true); }, 0)");

            assertThat(PageRedraw.redraw(page, Site.staticTexts(), Site.CAPTION).unreadableFrames())
                    .isEqualTo(1);
        }
    }
}
