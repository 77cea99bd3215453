package dev.payfleet.worker.audit;

import dev.payfleet.session.StoreUnavailableException;
import dev.payfleet.session.StoreUnavailableException.Reason;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// Remembers what it was told, for tests of those who tell. For many threads.
public final class NotedAudit implements AuditTrail {
    private final List<AuditEvent> events = new CopyOnWriteArrayList<>();
    private volatile boolean broken;

    /// What was told, in order.
    public List<AuditEvent> events() {
        return List.copyOf(events);
    }

    /// From now on nothing can be recorded.
    public void breakDown() {
        broken = true;
    }

    @Override
    public void append(AuditEvent event) {
        if (broken) {
            throw new StoreUnavailableException(Reason.UNREACHABLE, "audit log", "broken");
        }
        events.add(event);
    }

    @Override
    public void read(Instant since, Consumer<AuditRecord> reader) {
        throw new UnsupportedOperationException("nothing is kept");
    }

    @Override
    public Verification verify(Verification.Progress progress) {
        throw new UnsupportedOperationException("nothing is kept");
    }

    @Override
    public int sweep(Instant now) {
        return 0;
    }
}
