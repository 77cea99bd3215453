package dev.payfleet.provider.visit;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a browser's navigation brought, in the words both kinds of visits share.
final class BrowserAnswers {

    /// A navigation within a document, to a fragment, brings no response; what is shown is what came before.
    private static final int NO_RESPONSE = 200;

    private BrowserAnswers() {}

    static Answer of(@Nullable Response response, Page page) {
        URI address = URI.create(page.url());
        return response == null
                ? new Answer(address, NO_RESPONSE, Map.of())
                : new Answer(address, response.status(), response.headers());
    }
}
