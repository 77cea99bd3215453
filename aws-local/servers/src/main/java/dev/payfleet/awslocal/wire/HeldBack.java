package dev.payfleet.awslocal.wire;

import java.util.concurrent.CountDownLatch;

/// The request waits before it reaches the server.
record HeldBack(CountDownLatch until) implements Fault {}
