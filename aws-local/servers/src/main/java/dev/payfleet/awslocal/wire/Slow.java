package dev.payfleet.awslocal.wire;

import java.time.Duration;

/// The answer comes late.
record Slow(Duration by) implements Fault {}
