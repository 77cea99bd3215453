package dev.payfleet.worker.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/// The audit log. Records are added and, when their time is over, forgotten; nothing else happens to them. Safe for
/// use by many threads, and by many processes at once.
public interface AuditTrail {
    /// How long a record is kept.
    Duration LIFE = Duration.ofDays(400);

    /// Adds a record, durably: for what must not be done without one.
    ///
    /// @throws dev.payfleet.session.StoreUnavailableException when it is not known to be written; a second try may
    ///     write a second record
    void append(AuditEvent event);

    /// Adds a record of what is done already, or must be done whether or not it can be recorded. One that is lost
    /// is told in the log, as an error.
    default void note(AuditEvent event) {
        try {
            append(event);
        } catch (RuntimeException e) {
            AuditLines.lost(event, e);
        }
    }

    /// Reads the records from a time on, chain by chain, each in its order. Does not check them.
    void read(Instant since, Consumer<AuditRecord> reader);

    /// Reads everything and checks it.
    Verification verify(Verification.Progress progress);

    /// Deletes records whose time is over, where the store does not do so by itself.
    ///
    /// @return how many
    int sweep(Instant now);
}
