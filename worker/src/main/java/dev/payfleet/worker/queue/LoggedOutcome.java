package dev.payfleet.worker.queue;

import java.time.Instant;
import java.util.UUID;

/// An event in the log.
///
/// @param jobId the job
/// @param terminal whether it is the job's last
/// @param event the event, as bytes
/// @param publishedAt when it was published
public record LoggedOutcome(UUID jobId, boolean terminal, MessageBody event, Instant publishedAt) {}
