package dev.payfleet.worker.job;

import dev.payfleet.provider.PayrollProvider;
import dev.payfleet.session.Secret;
import java.time.Instant;
import java.util.Optional;

/// Port: the end that a session carries in itself, whatever the provider's declaration says. Safe for use by many
/// threads.
@FunctionalInterface
public interface SessionEnd {
    /// Knows of none.
    SessionEnd UNKNOWN = (_, _) -> Optional.empty();

    /// When the session ends however it is used: when its last cookie does, or its token that no other can be had
    /// for.
    ///
    /// @param state Playwright's storage state
    /// @return empty where nothing tells
    Optional<Instant> of(PayrollProvider provider, Secret state);
}
