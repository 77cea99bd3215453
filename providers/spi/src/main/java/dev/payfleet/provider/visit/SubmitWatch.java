package dev.payfleet.provider.visit;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Sees which documents a page loads after a form was submitted.
final class SubmitWatch implements AutoCloseable {

    private final Page page;
    private final Consumer<Response> onResponse = this::note;
    private final Consumer<Page> onLoad = this::count;

    private int loads;
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

    private void note(Response response) {
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
