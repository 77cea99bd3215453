package dev.payfleet.worker.health;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.LongSupplier;

/// Trouble when a count that should go on has stood still. Confined to the thread that asks.
public final class Standstill implements VitalSign {
    private final String what;
    private final LongSupplier count;
    private final Duration limit;
    private final InstantSource clock;
    private long last;
    private Instant since;

    /// @param what stands still, for the reason
    /// @param limit how long it may
    public Standstill(String what, LongSupplier count, Duration limit, InstantSource clock) {
        this.what = what;
        this.count = count;
        this.limit = limit;
        this.clock = clock;
        this.last = count.getAsLong();
        this.since = clock.instant();
    }

    @Override
    public Optional<String> trouble() {
        Instant now = clock.instant();
        long seen = count.getAsLong();
        if (seen != last) {
            last = seen;
            since = now;
        }
        return Duration.between(since, now).compareTo(limit) > 0
                ? Optional.of(what + " has stood still since " + since)
                : Optional.empty();
    }
}
