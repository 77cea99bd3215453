package dev.payfleet.awslocal.wire;

/// What the client gets to see.
sealed interface Outcome {
    /// All of an answer.
    record Told(HttpMessage answer) implements Outcome {}

    /// Half of an answer, and a reset.
    record Torn(HttpMessage answer) implements Outcome {}

    /// A reset.
    record Reset() implements Outcome {}
}
