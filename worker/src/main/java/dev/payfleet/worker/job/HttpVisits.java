package dev.payfleet.worker.job;

import dev.payfleet.provider.VisitByHttp;
import java.util.function.Function;

/// Port: reading a provider over plain HTTP with a live session and the device trust, without a browser.
@FunctionalInterface
public interface HttpVisits {
    /// Lets the work read as the person, through the connection's egress, and closes everything behind it.
    ///
    /// Blocks; meant for virtual threads, of which many may be inside at once.
    ///
    /// @return what the work returned, and session and trust as the provider left them
    /// @throws dev.payfleet.provider.ProviderException when the provider could not be read
    <T> Visited<T> visit(Account account, SignedIn signedIn, Function<VisitByHttp, T> work);
}
