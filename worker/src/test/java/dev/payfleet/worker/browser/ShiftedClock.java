package dev.payfleet.worker.browser;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;

/// The real time, and what was made to pass beside it. For many threads.
final class ShiftedClock extends Clock {
    private final Clock real = Clock.systemUTC();
    private final AtomicReference<Duration> passed = new AtomicReference<>(Duration.ZERO);

    /// Lets so much pass at once.
    void pass(Duration time) {
        passed.updateAndGet(time::plus);
    }

    @Override
    public Instant instant() {
        return real.instant().plus(passed.get());
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
