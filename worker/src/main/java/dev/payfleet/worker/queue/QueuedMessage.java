package dev.payfleet.worker.queue;

/// A message that waits in the queue, and that nobody works on.
///
/// @param id names it for [QueueDesk#cancel]; means something to the queue alone
/// @param body the job, as bytes
/// @param attempts how often it was received so far
public record QueuedMessage(String id, MessageBody body, int attempts) {}
