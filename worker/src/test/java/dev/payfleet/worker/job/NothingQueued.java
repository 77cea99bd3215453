package dev.payfleet.worker.job;

import dev.payfleet.session.ConnectionKey;
import java.util.OptionalInt;

/// A queue in which nobody's job waits.
final class NothingQueued implements QueuedJobs {
    @Override
    public Queued cancel(ConnectionKey key) {
        return new Queued(OptionalInt.of(0), 0);
    }

    @Override
    public Queued left(ConnectionKey key) {
        return new Queued(OptionalInt.of(0), 0);
    }
}
