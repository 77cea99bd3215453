package dev.payfleet.session.embedded;

import dev.payfleet.session.ConnectionKey;
import dev.payfleet.session.Sealer;
import dev.payfleet.session.SessionStore;
import dev.payfleet.session.StoredSession;
import dev.payfleet.sqlite.SqliteFile;
import java.time.Instant;
import java.util.Optional;

final class SqliteSessionStore implements SessionStore {
    static final String KIND = "session";

    private final SqliteFile file;
    private final BrowserStates states;

    SqliteSessionStore(SqliteFile file, Sealer sealer) {
        this.file = file;
        this.states = new BrowserStates(file, sealer, KIND);
    }

    @Override
    public long claim(ConnectionKey key) {
        return file.write(c -> Fence.claim(c, key));
    }

    @Override
    public long claimForUse(ConnectionKey key, Instant now) {
        return file.write(c -> {
            SqliteSessionCensus.noteUse(c, key, now);
            return Fence.claim(c, key);
        });
    }

    @Override
    public Optional<StoredSession> find(ConnectionKey key) {
        return states.find(key)
                .map(saved -> new StoredSession(saved.state(), saved.since(), saved.until(), saved.userAgent()));
    }

    @Override
    public void save(ConnectionKey key, long fence, StoredSession session) {
        states.save(
                key,
                fence,
                new BrowserStates.Saved(
                        session.state(), session.obtainedAt(), session.expiresAt(), session.userAgent()));
    }

    @Override
    public void forget(ConnectionKey key, long fence) {
        states.forget(key, fence);
    }
}
