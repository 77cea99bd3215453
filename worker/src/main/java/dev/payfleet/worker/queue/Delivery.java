package dev.payfleet.worker.queue;

import java.time.Instant;

/// A message that is ours for a while.
///
/// @param receipt settles it
/// @param group its group
/// @param body the job, as bytes
/// @param attempt how often the message has been received, this time included; from 1. One that was given back
/// because of another before it was received all the same, which an engine may leave out of the count
/// @param sentAt when it was sent
public record Delivery(Receipt receipt, String group, MessageBody body, int attempt, Instant sentAt) {}
