package dev.payfleet.worker.queue;

/// The right to settle one delivery of one message. It goes stale when the visibility runs out, and when it is
/// used. It is good with the queue object that gave it out, and need not be with another.
///
/// @param value means something to the queue alone
public record Receipt(String value) {}
