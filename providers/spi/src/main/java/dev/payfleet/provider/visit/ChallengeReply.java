package dev.payfleet.provider.visit;

import dev.payfleet.provider.ChallengeKind;
import java.util.function.Supplier;

/// What the person answers to a second factor.
public sealed interface ChallengeReply {

    /// A code, or the answer to a question.
    ///
    /// @param answer gives it in clear right before it is typed; prints nothing of it
    record Typed(Supplier<String> answer) implements ChallengeReply {

        /// Nothing of the answer.
        @Override
        public String toString() {
            return "Typed[<redacted>]";
        }
    }

    /// One of the ways that the page offers.
    record Chosen(ChallengeKind method) implements ChallengeReply {}

    /// The person says to have approved on the other device; the page moves on by itself.
    record Approved() implements ChallengeReply {}
}
