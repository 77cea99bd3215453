package dev.payfleet.scrub.page;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import dev.payfleet.scrub.page.Piece.Tree;
import java.util.Set;

/// Makes a picture of a page in which there is nothing of the person's: not a pixel, not a width.
///
/// 1. The live page is read in one go ([LivePage]).
/// 2. All but structure and declared text is dropped ([SkeletonBuilder]).
/// 3. What is left is laid out on a blank page, with a stand-in of one size for every value, and its boxes are taken as
///    numbers ([Layout]).
/// 4. The boxes are drawn on the page, blank again, and that is shot ([Drawing]).
///
/// The live page is only read: none of its pixels and none of its measures are used. The blank page belongs to a
/// context of its own, without network and scripts, which is closed before the picture is given out. If any step
/// fails there is no picture. To be called on the thread of the page's Playwright.
public final class PageRedraw {
    private PageRedraw() {}

    /// Redraws a page.
    ///
    /// @param page the live page, left as it was
    /// @param staticTexts what may be shown. A text is shown only as a whole (white space apart), so
    ///     whatever could also be a value must not be among them
    /// @param caption what the strip at the top says
    /// @throws RedrawRefusedException if the page does not answer in time, is too large, or could not be redrawn
    public static Redrawn redraw(Page page, Set<String> staticTexts, Caption caption) {
        try (BrowserContext blank = blankContext(page);
                Page paper = blank.newPage()) {
            return redraw(page, staticTexts, caption, Channel.none(), paper);
        } catch (PlaywrightException failure) {
            throw RedrawRefusedException.because("opening a blank page", failure);
        }
    }

    static Redrawn redraw(Page page, Set<String> staticTexts, Caption caption, Set<Channel> open, Page paper) {
        String step = "reading the page";
        try {
            SkeletonBuilder builder = new SkeletonBuilder(new StaticWords(staticTexts), open);
            Tree tree = builder.tree(LivePage.read(page));
            step = "laying out";
            Layout.Boxes boxes = Layout.of(tree, open, paper);
            paper.navigate("about:blank");
            step = "drawing";
            boolean cut = boxes.cut() || builder.cut();
            byte[] png = Drawing.png(boxes, caption, cut, paper);
            return new Redrawn(
                    png,
                    Drawing.width(),
                    Drawing.height(boxes, caption),
                    boxes.boxes().size(),
                    builder.unreadableFrames(),
                    cut);
        } catch (RedrawRefusedException refused) {
            throw refused;
        } catch (RuntimeException failure) {
            throw RedrawRefusedException.because(step, failure);
        }
    }

    /// A context in which nothing happens but what is asked of it here.
    static BrowserContext blankContext(Page page) {
        Browser browser = page.context().browser();
        if (browser == null) {
            throw new PlaywrightException("a persistent context has no browser to open another one in");
        }
        BrowserContext blank = browser.newContext(new Browser.NewContextOptions()
                .setJavaScriptEnabled(false)
                .setOffline(true)
                .setDeviceScaleFactor(1)
                .setLocale("en-GB"));
        blank.setDefaultTimeout(Limits.STEP_MILLIS);
        return blank;
    }
}
