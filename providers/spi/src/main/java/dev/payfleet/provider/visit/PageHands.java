package dev.payfleet.provider.visit;

import com.microsoft.playwright.ElementHandle;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import dev.payfleet.provider.Origins;
import dev.payfleet.provider.ProviderException;
import dev.payfleet.provider.Trouble;
import java.net.URI;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Types into a page and presses what is on it, and looks right before each typing and each press whether page,
/// frame and the form's target lie within the wall: a script may have led them elsewhere in between.
final class PageHands {

    /// Where a form would be sent: the submit's own address, else the form's. Read as attributes, because a field
    /// named "action" hides the property.
    private static final String TARGET = """
            submit => {
              const form = submit.form ?? submit.closest('form');
              const action = submit.getAttribute('formaction') ?? form?.getAttribute('action') ?? '';
              return new URL(action, document.baseURI).href;
            }""";

    private final Page page;
    private final String name;
    private final Origins origins;
    private final Duration timeout;

    /// @param name what failures call the page
    PageHands(Page page, String name, Origins origins, Duration timeout) {
        this.page = page;
        this.name = name;
        this.origins = origins;
        this.timeout = timeout;
    }

    boolean isVisible(@Nullable String frame, String selector) {
        try {
            return one(frame, selector).isVisible();
        } catch (PlaywrightException e) {
            if (page.isClosed()) {
                throw BrowserFailure.tell(e, missing(selector));
            }
            // The page is on its way to the next document.
            return false;
        }
    }

    boolean isAttached(@Nullable String frame, String selector) {
        try {
            return one(frame, selector).count() > 0;
        } catch (PlaywrightException e) {
            if (page.isClosed()) {
                throw BrowserFailure.tell(e, missing(selector));
            }
            return false;
        }
    }

    void type(@Nullable String frame, String selector, Supplier<String> text) {
        Locator field = one(frame, selector);
        requireWithin(field, frame, selector);
        told(selector, () -> field.fill(text.get(), new Locator.FillOptions().setTimeout(millis(timeout))));
    }

    void tick(@Nullable String frame, String selector) {
        Locator box = one(frame, selector);
        requireWithin(box, frame, selector);
        told(selector, () -> box.check(new Locator.CheckOptions().setTimeout(millis(timeout))));
    }

    /// Waits until a press would work, and looks where it would lead: what comes after the witness must not fail
    /// for want of a button.
    void prepare(@Nullable String frame, String selector) {
        Locator button = one(frame, selector);
        told(
                selector,
                () -> button.click(new Locator.ClickOptions().setTrial(true).setTimeout(millis(timeout))));
        requireWithin(button, frame, selector);
        Object target = BrowserFailure.told(() -> button.evaluate(TARGET), missing(selector));
        requireDeclared(String.valueOf(target));
    }

    /// Playwright's click also waits until the answer begins to come.
    void press(@Nullable String frame, String selector, Duration within, Trouble late) {
        Locator button = one(frame, selector);
        BrowserFailure.told(
                () -> {
                    button.click(new Locator.ClickOptions().setTimeout(millis(within)));
                    return true;
                },
                late);
    }

    void requireDeclared(String address) {
        URI uri = URI.create(address);
        if (!origins.admits(uri)) {
            throw new ProviderException(new Trouble.OriginRefused(uri.getScheme() + "://" + uri.getHost()));
        }
    }

    Trouble missing(String selector) {
        return new Trouble.LayoutChanged(name, selector);
    }

    private void requireWithin(Locator element, @Nullable String frame, String selector) {
        requireDeclared(page.url());
        if (frame == null) {
            return;
        }
        String address = BrowserFailure.told(
                () -> {
                    ElementHandle handle =
                            element.elementHandle(new Locator.ElementHandleOptions().setTimeout(millis(timeout)));
                    Frame owner = handle.ownerFrame();
                    return owner == null ? "about:blank" : addressOf(owner);
                },
                missing(selector));
        requireDeclared(address);
    }

    /// A frame without an address of its own is written by the page around it.
    private static String addressOf(Frame frame) {
        Frame parent = frame.parentFrame();
        boolean own = !frame.url().isEmpty() && !frame.url().startsWith("about:");
        return own || parent == null ? frame.url() : addressOf(parent);
    }

    private Locator one(@Nullable String frame, String selector) {
        Locator found = frame == null
                ? page.locator(selector)
                : page.locator(frame).first().contentFrame().locator(selector);
        return found.first();
    }

    private void told(String selector, Runnable action) {
        BrowserFailure.told(
                () -> {
                    action.run();
                    return true;
                },
                missing(selector));
    }

    private static double millis(Duration duration) {
        return (double) duration.toMillis();
    }
}
