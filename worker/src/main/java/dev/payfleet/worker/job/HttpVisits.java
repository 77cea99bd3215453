package dev.payfleet.worker.job;

import dev.payfleet.provider.VisitByHttp;
import dev.payfleet.session.StoredSession;
import java.util.function.Function;

/// Port: reading a provider over plain HTTP with a live session, without a browser.
@FunctionalInterface
public interface HttpVisits {
    /// Lets the work read as the person, through the connection's egress, and closes everything behind it.
    ///
    /// Blocks; meant for virtual threads, of which many may be inside at once.
    ///
    /// @return what the work returned, and the session as the provider left it
    /// @throws dev.payfleet.provider.ProviderException when the provider could not be read
    <T> Visited<T> visit(Account account, StoredSession session, Function<VisitByHttp, T> work);
}
