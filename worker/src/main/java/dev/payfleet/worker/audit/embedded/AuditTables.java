package dev.payfleet.worker.audit.embedded;

import java.util.List;

/// The audit log's part of the file, as the steps that build it. A step that was released is never changed. Times
/// are microseconds since 1970.
///
/// The file itself refuses to change a record, or to delete one before the head says that its time is over. Whoever
/// may change the file may take that away; the hashes then tell what was done.
final class AuditTables {
    /// The name under which the steps are counted.
    static final String COMPONENT = "audit";

    static final List<String> STEPS = List.of("""
            CREATE TABLE audit_record (
              seq INTEGER PRIMARY KEY,
              at INTEGER NOT NULL,
              event TEXT NOT NULL,
              key_id TEXT NOT NULL,
              previous TEXT NOT NULL,
              previous_at INTEGER NOT NULL,
              hash TEXT NOT NULL
            ) STRICT""", """
            CREATE TABLE audit_head (
              only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
              seq INTEGER NOT NULL,
              at INTEGER NOT NULL,
              hash TEXT NOT NULL,
              forgotten_before INTEGER NOT NULL,
              key_id TEXT NOT NULL,
              seal TEXT NOT NULL
            ) STRICT""", """
            CREATE TRIGGER audit_record_stays BEFORE UPDATE ON audit_record BEGIN
              SELECT RAISE(ABORT, 'an audit record is never changed');
            END""", """
            CREATE TRIGGER audit_record_lives BEFORE DELETE ON audit_record
            WHEN OLD.at >= coalesce((SELECT forgotten_before FROM audit_head), 0) BEGIN
              SELECT RAISE(ABORT, 'an audit record lives for 400 days');
            END""");

    private AuditTables() {}
}
