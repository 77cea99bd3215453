package dev.payfleet.awslocal.wire;

/// The connection is reset.
record Cut(When when) implements Fault {
    /// How far the request had come.
    enum When {
        BEFORE,
        AFTER,
        WITHIN_ANSWER
    }
}
