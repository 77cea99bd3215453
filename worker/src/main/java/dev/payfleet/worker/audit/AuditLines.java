package dev.payfleet.worker.audit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The audit log's lines in the process's own log: a second place, apart from the store, that tells how far a chain
/// had come.
public final class AuditLines {
    private static final Logger LOG = LoggerFactory.getLogger(AuditLines.class);

    private AuditLines() {}

    /// A record was written.
    public static void written(AuditRecord record) {
        LOG.atInfo()
                .addKeyValue("event", "audit")
                .addKeyValue("chain", record.chain())
                .addKeyValue("seq", record.seq())
                .addKeyValue("hash", record.hash())
                .addKeyValue("record", record.event())
                .log("audited");
    }

    /// A record could not be written. What it would have said is said here.
    static void lost(AuditEvent event, RuntimeException cause) {
        LOG.atError()
                .setCause(cause)
                .addKeyValue("event", "audit_record_lost")
                .addKeyValue("record", EventText.of(event))
                .log("an audit record could not be written; what it is about goes on");
    }
}
