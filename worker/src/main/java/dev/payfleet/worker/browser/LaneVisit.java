package dev.payfleet.worker.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import dev.payfleet.session.Secret;
import java.time.Instant;

/// One visit's hold on its lane: a fresh browser context with nothing of any other visit in it. Confined to the
/// lane's thread (any other gets a [WrongThreadException]) and dead once the work returns.
public interface LaneVisit {
    /// The visit's context: its own cookies and storage, its own way out. Init scripts are added here, before
    /// [#page] is first called.
    BrowserContext context();

    /// The visit's one page, opened at the first call.
    Page page();

    /// Says what the visit does next. A visit that says nothing for too long counts as stuck.
    ///
    /// @param name of the step, safe to log
    void step(String name);

    /// Says that the visit waits for a person. Until the next [#step], or the visit's end, a substitute works in
    /// this lane's place, and the lane does not count as stuck before that time.
    ///
    /// @param name of the step, safe to log
    /// @param until when it stops waiting at the latest
    /// @throws IllegalStateException for a visit that did not say that it may, see [VisitSpec#mayWaitForPerson]
    void waiting(String name, Instant until);

    /// Cookies, local storage and IndexedDB as Playwright writes them, and the session storage of the origins
    /// that are open or were restored; to be sealed and restored in a later visit.
    Secret storageState();

    /// A further context without network, cookies or storage, for drawing. Closed with the visit.
    BrowserContext blankContext();
}
