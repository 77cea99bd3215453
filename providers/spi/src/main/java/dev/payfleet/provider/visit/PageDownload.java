package dev.payfleet.provider.visit;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.RequestOptions;
import dev.payfleet.provider.ProviderException;
import dev.payfleet.provider.Trouble;
import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;

/// Fetches a file with the cookies of a page's context and through its egress. A click would write the file to a
/// disk.
final class PageDownload {

    private static final int MOST_REDIRECTS = 10;

    private final Page page;
    private final VisitSetting setting;

    PageDownload(Page page, VisitSetting setting) {
        this.page = page;
        this.setting = setting;
    }

    byte[] of(String path) {
        URI address = setting.origins().resolve(path);
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            setting.gate().beforeRequest();
            APIResponse response = request(address);
            try {
                Optional<String> location = redirectOf(response);
                if (location.isEmpty()) {
                    return body(address, response);
                }
                address = setting.origins().resolve(location.get(), address);
            } finally {
                response.dispose();
            }
        }
        throw new ProviderException(
                new Trouble.LayoutChanged(PageName.of(setting.origins().resolve(path)), "at most ten redirects"));
    }

    private APIResponse request(URI address) {
        RequestOptions options = RequestOptions.create().setMaxRedirects(0).setTimeout((double)
                setting.timeout().toMillis());
        try {
            return page.context().request().get(address.toString(), options);
        } catch (TimeoutError e) {
            throw new ProviderException(new Trouble.TimedOut("the page " + PageName.of(address)));
        } catch (PlaywrightException e) {
            if (page.isClosed()) {
                throw new BrowserLostException(e);
            }
            // Not told apart further: the request is the driver's, whose words for a broken line are node's.
            throw new ProviderException(new Trouble.Unavailable());
        }
    }

    private byte[] body(URI address, APIResponse response) {
        Map<String, String> headers = response.headers();
        Answer answer = new Answer(address, response.status(), headers);
        byte[] body = response.body();
        boolean html = headers.getOrDefault("content-type", "")
                .toLowerCase(Locale.ROOT)
                .startsWith("text/html");
        Instant now = setting.clock().instant();
        Optional<Trouble> trouble = html
                ? answer.troubleIn(Jsoup.parse(response.text(), address.toString()), setting.signs(), now)
                : answer.egressTrouble().or(() -> answer.troubleOfStatus(now));
        trouble.ifPresent(told -> {
            throw new ProviderException(told);
        });
        if (body.length > HttpExchange.LARGEST_BODY) {
            throw new ProviderException(new Trouble.LayoutChanged(PageName.of(address), "at most 16 MiB"));
        }
        return body;
    }

    private static Optional<String> redirectOf(APIResponse response) {
        return switch (response.status()) {
            case 301, 302, 303, 307, 308 ->
                Optional.ofNullable(response.headers().get("location"));
            default -> Optional.empty();
        };
    }
}
