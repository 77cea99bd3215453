/// The audit log: who opened which credential and what became of sign-ins, disconnects, overrides and grants, as
/// records that are chained by keyed hashes, so that one that is altered or removed is found. Start at
/// [dev.payfleet.worker.audit.AuditTrail]; [dev.payfleet.worker.audit.Chain] is how records hang together.
@org.jspecify.annotations.NullMarked
package dev.payfleet.worker.audit;
