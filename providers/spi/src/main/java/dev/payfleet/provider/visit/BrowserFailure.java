package dev.payfleet.provider.visit;

import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.TimeoutError;
import dev.payfleet.provider.ProviderException;
import dev.payfleet.provider.Trouble;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Tells a failure of Playwright as a [Trouble]. The original is never a cause: its message quotes addresses
/// and text.
final class BrowserFailure {

    private static final List<String> EGRESS =
            List.of("net::ERR_PROXY", "net::ERR_TUNNEL", "net::ERR_MANDATORY_PROXY", "net::ERR_UNEXPECTED_PROXY_AUTH");

    private BrowserFailure() {}

    /// Runs an action of the browser.
    ///
    /// @param late what it means that the action's time ran out
    static <T extends @Nullable Object> T told(Supplier<T> action, Trouble late) {
        try {
            return action.get();
        } catch (PlaywrightException e) {
            throw tell(e, late);
        }
    }

    static RuntimeException tell(PlaywrightException e, Trouble late) {
        if (e instanceof TimeoutError) {
            return traced(new ProviderException(late), e);
        }
        String message = String.valueOf(e.getMessage());
        if (EGRESS.stream().anyMatch(message::contains)) {
            return traced(new ProviderException(new Trouble.EgressUnavailable()), e);
        }
        if (message.contains("net::ERR_CONNECTION_TIMED_OUT") || message.contains("net::ERR_TIMED_OUT")) {
            return traced(new ProviderException(late), e);
        }
        if (message.contains("net::ERR_")) {
            return traced(new ProviderException(new Trouble.Unavailable()), e);
        }
        return new BrowserLostException(e);
    }

    private static ProviderException traced(ProviderException told, PlaywrightException original) {
        told.setStackTrace(original.getStackTrace());
        return told;
    }
}
