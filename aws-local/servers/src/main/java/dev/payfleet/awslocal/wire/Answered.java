package dev.payfleet.awslocal.wire;

import java.util.function.Function;

/// The wire answers in the server's place.
record Answered(Function<WireRequest, Answer> by) implements Fault {}
