/// Whether what is kept of people is still kept as was promised: private, encrypted, and no longer than it may be.
/// Start at [dev.payfleet.worker.retention.RetentionGuard].
@org.jspecify.annotations.NullMarked
package dev.payfleet.worker.retention;
