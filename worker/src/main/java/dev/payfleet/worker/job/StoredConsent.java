package dev.payfleet.worker.job;

import dev.payfleet.session.ConnectionKey;
import dev.payfleet.session.ConnectionState;
import dev.payfleet.session.ConnectionStore;
import dev.payfleet.session.DisconnectedException;
import dev.payfleet.session.StoreUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The consent as the store knows it, read at most once a second by [#require]. Once gone it stays gone: a person
/// who connects again gives a consent to other jobs.
final class StoredConsent implements Consent {
    /// A job that reads page after page costs the store one read of one record a second, and a person who
    /// leaves is obeyed within two.
    private static final Duration FRESH = Duration.ofSeconds(1);

    private static final Logger LOG = LoggerFactory.getLogger(StoredConsent.class);

    private final ConnectionStore connections;
    private final ConnectionKey key;
    private final InstantSource clock;
    private volatile Instant asked;
    private volatile boolean gone;

    /// A consent that was seen to stand just now.
    StoredConsent(ConnectionStore connections, ConnectionKey key, InstantSource clock) {
        this.connections = connections;
        this.key = key;
        this.clock = clock;
        this.asked = clock.instant();
    }

    /// A store that gives no answer is no person who leaves: the step is taken, and what comes of it is kept under
    /// the fence or not at all.
    @Override
    public void require() {
        boolean fresh = Duration.between(asked, clock.instant()).abs().compareTo(FRESH) < 0;
        if (fresh && !gone) {
            return;
        }
        try {
            requireNow();
        } catch (StoreUnavailableException e) {
            LOG.atWarn().setCause(e).log("whether a consent stands could not be told; it is asked again");
        }
    }

    @Override
    public void requireNow() {
        if (!gone) {
            gone = connections
                    .find(key)
                    .filter(connection -> connection.state() == ConnectionState.ACTIVE)
                    .isEmpty();
            asked = clock.instant();
        }
        if (gone) {
            throw new DisconnectedException(key);
        }
    }
}
