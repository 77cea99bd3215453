package dev.payfleet.provider;

import com.microsoft.playwright.Page;

/// A visit by a page in a browser.
public interface VisitByPage extends Visit {

    /// The page, for what [#open(String)] cannot do. Confined to the thread of the visit.
    Page page();
}
