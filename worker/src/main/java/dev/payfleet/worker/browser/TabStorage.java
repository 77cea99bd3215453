package dev.payfleet.worker.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import dev.payfleet.session.Secret;
import dev.payfleet.worker.http.BrowserState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The `sessionStorage` of a visit's tab, which Playwright neither stores nor restores. Sites keep tokens there.
final class TabStorage {
    private static final JsonMapper JSON = JsonMapper.shared();

    /// Says in the tab itself that it was filled, so that a later document does not get back what the site has
    /// changed since. It is taken out of what is kept.
    private static final String FILLED = "payfleet.restored";

    /// Runs in every document before the site's own scripts. A document without an origin of its own has no
    /// storage.
    private static final String FILL = """
            (() => {
              const items = (ITEMS)[location.origin];
              if (!items) return;
              try {
                if (sessionStorage.getItem('FILLED') !== null) return;
                Object.entries(items).forEach(([key, value]) => sessionStorage.setItem(key, value));
                sessionStorage.setItem('FILLED', '1');
              } catch (refused) {}
            })()""";

    private static final String READ = """
            () => {
              try {
                return JSON.stringify({ origin: location.origin, items: { ...sessionStorage } });
              } catch (refused) {
                return '{}';
              }
            }""";

    private final Map<String, Map<String, String>> restored;

    private TabStorage(Map<String, Map<String, String>> restored) {
        this.restored = restored;
    }

    /// What an earlier visit has kept.
    static TabStorage of(Optional<Secret> state) {
        return new TabStorage(
                state.map(BrowserState::read).map(BrowserState::session).orElse(Map.of()));
    }

    /// Fills the storage of each origin when the context first opens a document of it.
    void restoreIn(BrowserContext context) {
        if (!restored.isEmpty()) {
            context.addInitScript(FILL.replace("FILLED", FILLED).replace("ITEMS", JSON.writeValueAsString(restored)));
        }
    }

    /// A state of Playwright's with what the open tabs hold beside it. An origin that was not opened keeps what was
    /// restored.
    Secret beside(Secret playwrights, List<Page> pages) {
        Map<String, Map<String, String>> now = new LinkedHashMap<>(restored);
        pages.stream().flatMap(page -> page.frames().stream()).forEach(frame -> read(frame, now));
        return now.isEmpty() ? playwrights : BrowserState.withSession(playwrights, now);
    }

    private static void read(Frame frame, Map<String, Map<String, String>> into) {
        JsonNode kept;
        try {
            kept = JSON.readTree(String.valueOf(frame.evaluate(READ)));
        } catch (PlaywrightException e) {
            if (frame.page().isClosed() || frame.parentFrame() == null) {
                throw e;
            }
            // A frame that goes away has nothing to keep.
            return;
        }
        String origin = kept.path("origin").asString("null");
        if (!origin.startsWith("http")) {
            return;
        }
        Map<String, String> items = new TreeMap<>();
        kept.path("items")
                .properties()
                .forEach(item -> items.put(item.getKey(), item.getValue().asString()));
        items.remove(FILLED);
        if (!items.isEmpty() || into.containsKey(origin)) {
            into.put(origin, items);
        }
    }
}
