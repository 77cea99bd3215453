package dev.payfleet.worker.job;

import dev.payfleet.provider.visit.PageVisit;
import dev.payfleet.session.StoredSession;
import java.util.Optional;
import java.util.function.Function;

/// Port: visiting a provider with a browser.
@FunctionalInterface
public interface PageVisits {
    /// Opens a page of its own for the work, on a lane and through the connection's egress, and closes it on every path.
    /// Blocks until a lane is free and the work is done. The work runs on the lane's thread, and the visit must not
    /// leave it.
    ///
    /// @param session what to restore; empty for a sign-in
    /// @return what the work returned, and the session as the provider left it
    /// @throws VisitFailedException when the provider could not be visited; names the evidence where some was kept
    /// @throws NotNowException when the browser's side failed, not the provider
    <T> Visited<T> visit(Account account, Optional<StoredSession> session, Function<PageVisit, T> work);
}
