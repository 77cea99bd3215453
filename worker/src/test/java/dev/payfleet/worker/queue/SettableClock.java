package dev.payfleet.worker.queue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/// A clock that stands until it is told to go on. For many threads.
public final class SettableClock extends Clock {
    private final AtomicReference<Instant> now;

    public SettableClock(Instant start) {
        now = new AtomicReference<>(start);
    }

    /// A clock at some moment, where it does not matter which.
    public static SettableClock atSomeMoment() {
        return new SettableClock(Instant.parse("2026-11-22T09:00:00Z"));
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    /// Goes on by so much.
    public void pass(Duration time) {
        now.updateAndGet(instant -> instant.plus(time));
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
