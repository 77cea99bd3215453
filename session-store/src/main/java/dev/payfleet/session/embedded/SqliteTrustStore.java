package dev.payfleet.session.embedded;

import dev.payfleet.session.ConnectionKey;
import dev.payfleet.session.Sealer;
import dev.payfleet.session.StoredTrust;
import dev.payfleet.session.TrustStore;
import dev.payfleet.sqlite.SqliteFile;
import java.util.Optional;

final class SqliteTrustStore implements TrustStore {
    static final String KIND = "trust";

    private final BrowserStates states;

    SqliteTrustStore(SqliteFile file, Sealer sealer) {
        this.states = new BrowserStates(file, sealer, KIND);
    }

    @Override
    public Optional<StoredTrust> find(ConnectionKey key) {
        return states.find(key).map(saved -> new StoredTrust(saved.state(), saved.since(), saved.until()));
    }

    @Override
    public void save(ConnectionKey key, long fence, StoredTrust trust) {
        states.save(key, fence, new BrowserStates.Saved(trust.state(), trust.trustedAt(), trust.expiresAt(), null));
    }

    @Override
    public void forget(ConnectionKey key, long fence) {
        states.forget(key, fence);
    }
}
