package dev.payfleet.awslocal.wire;

/// The server gets the request twice.
record SentTwice() implements Fault {}
