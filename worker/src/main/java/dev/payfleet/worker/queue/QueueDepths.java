package dev.payfleet.worker.queue;

import java.time.Duration;
import java.util.Optional;

/// How much is in the queue. Every queued message is counted once: ready, in flight or delayed. SQS counts roughly,
/// and what was sent or taken within the last minute may be missing.
///
/// @param ready messages that are due, those behind another of their group included
/// @param inFlight messages that a worker holds, and on SQS those that were put off: it hides both alike
/// @param delayed messages that were put off and are not yet due; on SQS always zero
/// @param dead messages that were set aside
/// @param oldest how long ago the oldest queued message was sent; empty when nothing is queued, and always on SQS,
///     which tells it as the metric `ApproximateAgeOfOldestMessage` alone
public record QueueDepths(long ready, long inFlight, long delayed, long dead, Optional<Duration> oldest) {}
