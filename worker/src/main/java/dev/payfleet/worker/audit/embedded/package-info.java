/// The audit log in the SQLite file. Start at [dev.payfleet.worker.audit.embedded.SqliteAuditTrail].
@org.jspecify.annotations.NullMarked
package dev.payfleet.worker.audit.embedded;
