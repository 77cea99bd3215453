package dev.payfleet.worker.job;

import dev.payfleet.provider.PayrollProvider;
import dev.payfleet.session.StoredSession;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// How long a session is thought to live: from its last use on as the provider's declaration says, and never past
/// the end that it carries in itself.
final class SessionLife {
    private final SessionEnd ends;
    private final InstantSource clock;

    SessionLife(SessionEnd ends, InstantSource clock) {
        this.ends = ends;
        this.clock = clock;
    }

    /// A session that was just read with. Most providers count from the last use; it is written down only once half
    /// of its life is over, so that not every read costs a write.
    StoredSession used(PayrollProvider provider, StoredSession session) {
        Duration life = provider.declaration().sessionLifetime();
        boolean young = clock.instant().plus(life.dividedBy(2)).isBefore(session.expiresAt());
        return young ? session : renewed(provider, session);
    }

    /// A session that was just proved to serve, and has all of its life before it again.
    StoredSession renewed(PayrollProvider provider, StoredSession session) {
        Instant end = clock.instant().plus(provider.declaration().sessionLifetime());
        return bounded(provider, new StoredSession(session.state(), session.obtainedAt(), end, session.userAgent()));
    }

    /// The session, ending no later than it says itself.
    StoredSession bounded(PayrollProvider provider, StoredSession session) {
        return ends.of(provider, session.state())
                .filter(end -> end.isBefore(session.expiresAt()) && end.isAfter(session.obtainedAt()))
                .map(end -> new StoredSession(session.state(), session.obtainedAt(), end, session.userAgent()))
                .orElse(session);
    }
}
