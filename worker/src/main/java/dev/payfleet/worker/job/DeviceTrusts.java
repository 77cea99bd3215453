package dev.payfleet.worker.job;

import dev.payfleet.session.StoredTrust;
import dev.payfleet.session.TrustStore;
import java.time.InstantSource;
import java.util.Optional;

/// The device trust of accounts. It is shown to the provider until its own time is over, whatever becomes of
/// sessions. One that ran out stays where it is, sealed, as the mark that the provider asks devices that it does not
/// know, until it is replaced, turns out to be needless, or the person leaves.
final class DeviceTrusts {
    private final TrustStore store;
    private final InstantSource clock;

    DeviceTrusts(TrustStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /// The trust that a visit is given.
    Optional<StoredTrust> live(Account account) {
        return stored(account).filter(this::isLive);
    }

    /// Whether there was trust once and its time is over.
    boolean ranOut(Account account) {
        return stored(account).filter(trust -> !isLive(trust)).isPresent();
    }

    /// As [#keep]. A sign-in that came by without any trust shows that one which ran out is a mark no more.
    void keepAfterSignIn(Account account, Optional<StoredTrust> given, Optional<StoredTrust> left) {
        if (left.isEmpty() && given.isEmpty() && ranOut(account)) {
            store.forget(account.key(), account.fence());
        }
        keep(account, given, left);
    }

    private Optional<StoredTrust> stored(Account account) {
        return account.provider().declaration().trust().lifetime().isZero()
                ? Optional.empty()
                : store.find(account.key());
    }

    private boolean isLive(StoredTrust trust) {
        return clock.instant().isBefore(trust.expiresAt());
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
