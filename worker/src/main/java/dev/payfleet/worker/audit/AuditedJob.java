package dev.payfleet.worker.audit;

import dev.payfleet.session.ConnectionKey;
import java.util.UUID;

/// The job for which something was done.
///
/// @param jobId which
/// @param connection whose account
/// @param provider the id of the provider
public record AuditedJob(UUID jobId, ConnectionKey connection, String provider) {}
