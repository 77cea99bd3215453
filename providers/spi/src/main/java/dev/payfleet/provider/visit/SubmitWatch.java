package dev.payfleet.provider.visit;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Sees which documents a page loads, and whether its scripts are answered, from the moment it is made.
final class SubmitWatch implements AutoCloseable {

    private static final Set<String> ANSWERS = Set.of("document", "xhr", "fetch");

    private final Page page;
    private final Consumer<Response> onResponse = this::note;
    private final Consumer<Page> onLoad = this::count;

    private int loads;
    private boolean answered;
    private int looksSinceAnswer;
    private @Nullable Response document;

    SubmitWatch(Page page) {
        this.page = page;
        page.onResponse(onResponse);
        page.onDOMContentLoaded(onLoad);
    }

    /// How many documents the page has loaded since.
    int loads() {
        return loads;
    }

    /// The answer that brought the latest document, redirects left out; null where none has come.
    @Nullable
    Response document() {
        return document;
    }

    /// Whether the provider has answered a request of the page's, be it for a document or by a script's.
    boolean hasAnswered() {
        return answered;
    }

    /// How often the page was looked at since the provider answered last.
    int looksSinceAnswer() {
        return looksSinceAnswer;
    }

    /// Counts a look at the page.
    void looked() {
        looksSinceAnswer++;
    }

    private void note(Response response) {
        if (ANSWERS.contains(response.request().resourceType())) {
            answered = true;
            looksSinceAnswer = 0;
        }
        boolean redirect = response.status() >= 300 && response.status() < 400;
        if (!redirect
                && response.request().isNavigationRequest()
                && response.frame().equals(page.mainFrame())) {
            document = response;
        }
    }

    private void count(Page loaded) {
        loads++;
    }

    @Override
    public void close() {
        page.offResponse(onResponse);
        page.offDOMContentLoaded(onLoad);
    }
}
