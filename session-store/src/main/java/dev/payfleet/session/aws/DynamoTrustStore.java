package dev.payfleet.session.aws;

import dev.payfleet.session.ConnectionKey;
import dev.payfleet.session.StoredTrust;
import dev.payfleet.session.TrustStore;
import java.util.Optional;

final class DynamoTrustStore implements TrustStore {
    static final String KIND = "trust";

    private final SealedStates states;

    DynamoTrustStore(SealedStates states) {
        this.states = states;
    }

    @Override
    public Optional<StoredTrust> find(ConnectionKey key) {
        return states.find(key).map(saved -> new StoredTrust(saved.state(), saved.since(), saved.until()));
    }

    @Override
    public void save(ConnectionKey key, long claim, StoredTrust trust) {
        states.save(key, claim, new SealedStates.Saved(trust.state(), trust.trustedAt(), trust.expiresAt(), null));
    }

    @Override
    public void forget(ConnectionKey key, long claim) {
        states.forget(key, claim);
    }
}
