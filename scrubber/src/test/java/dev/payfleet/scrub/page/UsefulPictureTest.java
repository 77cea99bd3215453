package dev.payfleet.scrub.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.Properties;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A picture that gives nothing away must still be worth looking at.
class UsefulPictureTest {
    private static final String BANNER = "<div class=banner role=alert>The user name or password is not right.</div>";
    private static final int BANNER_FILL = 0xfce8e6;
    private static final int BUTTON_FILL = 0x3457a6;

    private static Site site;
    private final Properties ada = Site.person("ada");

    @BeforeAll
    static void openBrowser() {
        site = Site.open();
    }

    @AfterAll
    static void closeBrowser() {
        site.close();
    }

    @Test
    void staticBannerKeepsItsColour() throws IOException {
        assertThat(colours(site.redraw("useful/sign-in.html", ada))).contains(BANNER_FILL, BUTTON_FILL);
    }

    @Test
    void pageWithoutTheBannerLooksDifferent() {
        assertThat(redraw("<h1>Sign in</h1>" + BANNER)).isNotEqualTo(redraw("<h1>Sign in</h1>"));
    }

    @Test
    void anotherBannerLooksDifferent() {
        String other = BANNER.replace(
                "The user name or password is not right.", "Your session has ended. Please sign in again.");

        assertThat(redraw(BANNER)).isNotEqualTo(redraw(other));
    }

    @Test
    void hiddenBannerIsNotDrawn() {
        assertThat(redraw("<h1>Sign in</h1><div hidden>" + BANNER + "</div>")).isEqualTo(redraw("<h1>Sign in</h1>"));
    }

    @Test
    void anotherFieldLooksDifferent() {
        assertThat(redraw("<form><label>Password <input type=password></label></form>"))
                .isNotEqualTo(redraw("<form><label>Password <input></label></form>"));
    }

    @Test
    void oneMoreRowLooksDifferent() {
        String row = "<tr><td>1<td>2";

        assertThat(redraw("<table>" + row + row + "</table>")).isNotEqualTo(redraw("<table>" + row + "</table>"));
    }

    @Test
    void textThatWasNotDeclaredIsNotShown() {
        assertThat(redraw("<p>Your account was closed</p>")).isEqualTo(redraw("<p>Anything else</p>"));
    }

    @Test
    void declaredTextInsideALongerOneIsNotShown() {
        assertThat(redraw("<p>Balance of Ada</p>")).isEqualTo(redraw("<p>x</p>"));
    }

    @Test
    void captionIsInThePicture() {
        try (Page page = site.blank("<h1>Sign in</h1>")) {
            byte[] one = PageRedraw.redraw(page, Site.staticTexts(), Caption.of("larkspur"))
                    .png();
            byte[] other = PageRedraw.redraw(page, Site.staticTexts(), Caption.of("other"))
                    .png();

            assertThat(one).isNotEqualTo(other);
        }
    }

    @Test
    void livePageIsLeftAsItWas() {
        try (Page page = site.visit("useful/payslip.html", ada)) {
            String before = page.content();
            PageRedraw.redraw(page, Site.staticTexts(), Site.CAPTION);

            assertThat(page.content()).isEqualTo(before);
        }
    }

    private static byte[] redraw(String body) {
        try (Page page = site.blank("<!doctype html><link rel=stylesheet href=/site.css><main>" + body + "</main>")) {
            return PageRedraw.redraw(page, Site.staticTexts(), Site.CAPTION).png();
        }
    }

    private static Set<Integer> colours(Redrawn redrawn) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(redrawn.png()));
        Set<Integer> colours = new HashSet<>();
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                colours.add(image.getRGB(x, y) & 0xffffff);
            }
        }
        return colours;
    }
}
