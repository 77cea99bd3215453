package dev.payfleet.awslocal.wire;

/// The request goes through.
record Pass() implements Fault {}
