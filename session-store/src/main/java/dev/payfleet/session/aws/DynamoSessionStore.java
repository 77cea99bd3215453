package dev.payfleet.session.aws;

import dev.payfleet.session.ConnectionKey;
import dev.payfleet.session.SessionStore;
import dev.payfleet.session.StoredSession;
import java.time.Instant;
import java.util.Optional;

final class DynamoSessionStore implements SessionStore {
    static final String KIND = "session";

    private final Fence fence;
    private final SealedStates states;

    DynamoSessionStore(Fence fence, SealedStates states) {
        this.fence = fence;
        this.states = states;
    }

    @Override
    public long claim(ConnectionKey key) {
        return fence.claim(key);
    }

    @Override
    public long claimForUse(ConnectionKey key, Instant now) {
        return fence.claimForUse(key, now);
    }

    @Override
    public Optional<StoredSession> find(ConnectionKey key) {
        return states.find(key)
                .map(saved -> new StoredSession(saved.state(), saved.since(), saved.until(), saved.userAgent()));
    }

    @Override
    public void save(ConnectionKey key, long claim, StoredSession session) {
        states.save(
                key,
                claim,
                new SealedStates.Saved(
                        session.state(), session.obtainedAt(), session.expiresAt(), session.userAgent()));
    }

    @Override
    public void forget(ConnectionKey key, long claim) {
        states.forget(key, claim);
    }
}
