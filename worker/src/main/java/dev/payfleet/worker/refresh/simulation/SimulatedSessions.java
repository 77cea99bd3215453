package dev.payfleet.worker.refresh.simulation;

import dev.payfleet.session.ConnectionKey;
import dev.payfleet.session.SessionMark;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;

/// The accounts of a simulated fleet: what is stored of each session, and what the provider makes of it. Times are
/// milliseconds since the beginning.
final class SimulatedSessions {
    private final List<String> providers;
    private final SplittableRandom random;
    private final Tally tally;
    private final ConnectionKey[] keys;
    private final long[] lifetimes;
    /// When the store thinks that it ends.
    private final long[] expiresAt;
    /// When the provider forgets it unless it is used.
    private final long[] idleUntil;
    /// When the provider ends it, used or not.
    private final long[] endedAt;
    private final long[] usedAt;
    private final BitSet changed = new BitSet();

    SimulatedSessions(Scenario scenario, Tally tally) {
        this.providers = scenario.providers().keySet().stream().sorted().toList();
        this.random = new SplittableRandom(scenario.seed());
        this.tally = tally;
        int count = scenario.connections();
        this.keys = new ConnectionKey[count];
        this.lifetimes = new long[count];
        this.expiresAt = new long[count];
        this.idleUntil = new long[count];
        this.endedAt = new long[count];
        this.usedAt = new long[count];
        for (int i = 0; i < count; i++) {
            keys[i] = new ConnectionKey("client-" + i % 100, "connection-" + i);
            lifetimes[i] = Objects.requireNonNull(scenario.providers().get(provider(i)))
                    .sessionLifetime()
                    .toMillis();
            begin(i, -random.nextLong(lifetimes[i]));
        }
    }

    int count() {
        return keys.length;
    }

    private String provider(int i) {
        return providers.get(i % providers.size());
    }

    /// Whether it was written down since [#mark] was asked for.
    boolean changed(int i) {
        return changed.get(i);
    }

    SessionMark mark(int i) {
        changed.clear(i);
        return new SessionMark(
                keys[i], provider(i), Instant.ofEpochMilli(expiresAt[i]), Instant.ofEpochMilli(usedAt[i]));
    }

    private void begin(int i, long now) {
        prolong(i, now);
        double life = -Math.log(1 - random.nextDouble()) * Scenario.MEAN_LIFE.toMillis();
        endedAt[i] = Math.max(now, 0) + (long) life;
    }

    private void prolong(int i, long now) {
        expiresAt[i] = now + lifetimes[i];
        idleUntil[i] = expiresAt[i];
        changed.set(i);
    }

    private boolean serves(int i, long now) {
        return now < idleUntil[i] && now < endedAt[i];
    }

    private void signIn(int i, long now) {
        tally.signedIn(now);
        begin(i, now);
    }

    /// Somebody's read. Writes the session down only when half of its life is over, as the fleet does.
    void read(int i, long now) {
        tally.read(now);
        usedAt[i] = now;
        if (now >= expiresAt[i] || !serves(i, now)) {
            signIn(i, now);
            return;
        }
        idleUntil[i] = now + lifetimes[i];
        if (now + lifetimes[i] / 2 >= expiresAt[i]) {
            prolong(i, now);
        }
    }

    /// A refresh: nothing is probed of a session that is thought to have ended.
    void refresh(int i, long now) {
        if (now < expiresAt[i]) {
            tally.probed(now, false);
            if (serves(i, now)) {
                if (random.nextInt(100) < Scenario.PAGE_PERCENT) {
                    tally.probed(now, true);
                }
                prolong(i, now);
                return;
            }
        }
        signIn(i, now);
    }

    /// Where a connection is among all; the number is in its name.
    static int indexOf(ConnectionKey key) {
        return Integer.parseInt(key.connectionId().substring("connection-".length()));
    }
}
