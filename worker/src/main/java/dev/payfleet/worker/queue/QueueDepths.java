package dev.payfleet.worker.queue;

import java.time.Duration;
import java.util.Optional;

/// How much is in the queue. Every queued message is counted once: ready, in flight or delayed.
///
/// @param ready messages that are due, those behind another of their group included
/// @param inFlight messages that a worker holds
/// @param delayed messages that were put off and are not yet due
/// @param dead messages that were set aside
/// @param oldest how long ago the oldest queued message was sent; empty when nothing is queued
public record QueueDepths(long ready, long inFlight, long delayed, long dead, Optional<Duration> oldest) {}
