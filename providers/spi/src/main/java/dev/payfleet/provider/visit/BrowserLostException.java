package dev.payfleet.provider.visit;

import com.microsoft.playwright.PlaywrightException;

/// The browser, or the driver, failed in a way that is not the provider's doing: it crashed, was closed, or lost
/// its pipe. The message is a fixed one, because Playwright's own quotes addresses with their query and even typed
/// text.
public final class BrowserLostException extends PlaywrightException {

    private static final long serialVersionUID = 1L;

    BrowserLostException(PlaywrightException original) {
        super("the browser failed: " + original.getClass().getSimpleName());
        setStackTrace(original.getStackTrace());
    }
}
