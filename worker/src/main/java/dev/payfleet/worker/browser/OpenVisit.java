package dev.payfleet.worker.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import dev.payfleet.session.Secret;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A visit in progress, on its lane's thread.
final class OpenVisit implements LaneVisit {
    private final LaneBrowser browser;
    private final BrowserContext context;
    private final VisitSteps steps;
    private final boolean mayWait;
    private final Thread owner = Thread.currentThread();
    private final List<BrowserContext> contexts = new ArrayList<>();
    private final TabStorage tabs;
    private @Nullable Page page;
    private boolean crashed;
    private boolean over;

    /// Opens the context.
    ///
    /// @throws IllegalArgumentException when Playwright doesn't take the storage state
    OpenVisit(LaneBrowser browser, VisitSpec spec, VisitSteps steps) {
        this.browser = browser;
        this.steps = steps;
        this.mayWait = spec.mayWait();
        this.context = browser.newContext(spec);
        contexts.add(context);
        this.tabs = TabStorage.of(spec.storageState());
        tabs.restoreIn(context);
        context.onPage(opened -> opened.onCrash(crashedPage -> crashed = true));
    }

    @Override
    public BrowserContext context() {
        check();
        return context;
    }

    @Override
    public Page page() {
        check();
        Page known = page;
        if (known == null) {
            known = context.newPage();
            page = known;
        }
        return known;
    }

    @Override
    public void step(String name) {
        check();
        steps.step(name);
    }

    @Override
    public void waiting(String name, Instant until) {
        check();
        if (!mayWait) {
            throw new IllegalStateException("this visit has no substitute to be lent");
        }
        steps.waiting(name, until);
    }

    @Override
    public Secret storageState() {
        check();
        Secret kept = Secret.of(context.storageState(new BrowserContext.StorageStateOptions().setIndexedDB(true)));
        return tabs.beside(kept, context.pages());
    }

    @Override
    public BrowserContext blankContext() {
        check();
        BrowserContext blank = browser.newBlankContext();
        contexts.add(blank);
        return blank;
    }

    /// Whether a page's process died.
    boolean hasCrashed() {
        return crashed;
    }

    /// Closes all contexts.
    ///
    /// @return whether the browser is as empty as before
    boolean end() {
        over = true;
        boolean closed = true;
        for (BrowserContext each : contexts) {
            closed &= close(each);
        }
        return closed && browser.contexts() == 0;
    }

    private static boolean close(BrowserContext context) {
        try {
            context.close();
            return true;
        } catch (PlaywrightException e) {
            return false;
        }
    }

    private void check() {
        if (!owner.equals(Thread.currentThread())) {
            throw new WrongThreadException("a visit belongs to its lane's thread");
        }
        if (over) {
            throw new IllegalStateException("the visit is over");
        }
    }
}
