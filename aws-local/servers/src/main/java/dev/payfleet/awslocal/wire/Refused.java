package dev.payfleet.awslocal.wire;

import java.time.Duration;

/// The service refuses, in its own words.
///
/// @param refusal why
/// @param serverAhead how far the Date header is ahead of this machine's clock
/// @param afterActing whether the server gets the request first
record Refused(Refusal refusal, Duration serverAhead, boolean afterActing) implements Fault {}
