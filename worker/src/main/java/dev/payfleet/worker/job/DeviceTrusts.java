package dev.payfleet.worker.job;

import dev.payfleet.session.StoredTrust;
import dev.payfleet.session.TrustStore;
import java.time.InstantSource;
import java.util.Optional;

/// The device trust of accounts, as long as it lives. It goes when its own time is over or the provider takes it
/// back, never because a session ended.
final class DeviceTrusts {
    private final TrustStore store;
    private final InstantSource clock;

    DeviceTrusts(TrustStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /// The trust that a visit is given. One whose time is over is removed instead: a provider that is shown it may
    /// take the visit for somebody else's.
    Optional<StoredTrust> live(Account account) {
        if (account.provider().declaration().trust().lifetime().isZero()) {
            return Optional.empty();
        }
        Optional<StoredTrust> stored = store.find(account.key());
        Optional<StoredTrust> live = stored.filter(trust -> clock.instant().isBefore(trust.expiresAt()));
        if (stored.isPresent() && live.isEmpty()) {
            store.forget(account.key(), account.fence());
        }
        return live;
    }

    /// Writes down what a visit has left of the trust that it was given, where that is not the same.
    void keep(Account account, Optional<StoredTrust> given, Optional<StoredTrust> left) {
        if (left.equals(given)) {
            return;
        }
        left.ifPresentOrElse(
                trust -> store.save(account.key(), account.fence(), trust),
                () -> store.forget(account.key(), account.fence()));
    }
}
