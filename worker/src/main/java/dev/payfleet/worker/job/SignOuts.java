package dev.payfleet.worker.job;

import dev.payfleet.session.Connection;
import dev.payfleet.session.SignOutResult;
import dev.payfleet.session.StoredSession;

/// Port: the provider's own sign-out, tried once and for some seconds. A courtesy: what comes of it changes
/// nothing.
@FunctionalInterface
public interface SignOuts {
    /// Where there is no way out to any provider.
    SignOuts NO_WAY_OUT = (connection, session) -> SignOutResult.NOT_TRIED;

    /// Ends the session at the provider. Throws nothing.
    ///
    /// @param connection whose, as it was before it became a tombstone
    /// @param session in memory alone; nothing of it is stored any more
    SignOutResult attempt(Connection connection, StoredSession session);
}
