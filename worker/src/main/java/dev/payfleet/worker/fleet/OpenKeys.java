package dev.payfleet.worker.fleet;

import dev.payfleet.session.keys.KeyDesk;
import dev.payfleet.worker.audit.AuditEvent;
import java.util.function.Consumer;

/// The keys of an engine, and what was opened to reach them.
///
/// @param desk what is done with them
/// @param told hears of a rotation, for the audit log
/// @param closing closes the rest
public record OpenKeys(KeyDesk desk, Consumer<AuditEvent> told, Runnable closing) implements AutoCloseable {
    @Override
    public void close() {
        closing.run();
    }
}
