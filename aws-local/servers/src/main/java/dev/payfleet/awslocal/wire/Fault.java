package dev.payfleet.awslocal.wire;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;

/// What happens to one request on its way to the server or to the answer on its way back. Refusals come in the
/// words and the shape of the service that was asked.
public sealed interface Fault permits Answered, Cut, Delivery, HeldBack, Pass, Refused, SentTwice, Slow {

    /// Nothing; it goes through. For a script such as "the first passes, the second does not".
    static Fault pass() {
        return new Pass();
    }

    /// The service says that there are too many requests. It has not acted.
    static Fault throttled() {
        return new Refused(Refusal.THROTTLED, Duration.ZERO, false);
    }

    /// The service says 500. It has not acted.
    static Fault internalError() {
        return new Refused(Refusal.INTERNAL_ERROR, Duration.ZERO, false);
    }

    /// The service acts, and says 500 nevertheless.
    static Fault internalErrorAfterActing() {
        return new Refused(Refusal.INTERNAL_ERROR, Duration.ZERO, true);
    }

    /// The service says 503. It has not acted.
    static Fault unavailable() {
        return new Refused(Refusal.UNAVAILABLE, Duration.ZERO, false);
    }

    /// The service finds the client's clock wrong, and says by its Date header what time it takes it to be. AWS's
    /// clients then sign with that time, all clients of the JVM from then on: a test that did this to them sets
    /// `SdkGlobalTime` back to zero.
    ///
    /// @param serverAhead how far the server's clock is ahead of this machine's; negative when it is behind
    static Fault clockSkewed(Duration serverAhead) {
        return new Refused(Refusal.CLOCK_SKEWED, serverAhead, false);
    }

    /// The service says that the credentials have expired.
    static Fault credentialsExpired() {
        return new Refused(Refusal.CREDENTIALS_EXPIRED, Duration.ZERO, false);
    }

    /// The connection is reset before the server has seen the request.
    static Fault cutBefore() {
        return new Cut(Cut.When.BEFORE);
    }

    /// The connection is reset after the server has acted and before a byte of its answer: done, and not told.
    static Fault cutAfter() {
        return new Cut(Cut.When.AFTER);
    }

    /// The connection is reset in the middle of the answer.
    static Fault cutWithinAnswer() {
        return new Cut(Cut.When.WITHIN_ANSWER);
    }

    /// The server acts at once; its answer comes later.
    static Fault slow(Duration by) {
        return new Slow(by);
    }

    /// The request reaches the server when the gate opens, or never when the wire is closed first.
    static Fault heldBack(CountDownLatch until) {
        return new HeldBack(until);
    }

    /// The server gets the request twice, one after the other; the client gets the second answer.
    static Fault sentTwice() {
        return new SentTwice();
    }

    /// Of SQS: the messages of this receive are delivered once more, to the next receive from that queue. A receive
    /// that brings none leaves the fault for a later one.
    static Fault deliveredAgain() {
        return Delivery.AGAIN;
    }

    /// Of SQS: this receive brings nothing; its messages come with the receive after the next one from that queue,
    /// so that they are overtaken. A receive that brings none leaves the fault for a later one.
    static Fault deliveredLate() {
        return Delivery.LATE;
    }

    /// Of SQS: the messages of this receive come in the opposite order. A receive that brings fewer than two leaves
    /// the fault for a later one.
    static Fault deliveredInReverse() {
        return Delivery.IN_REVERSE;
    }

    /// The server is not asked; the client gets this answer.
    static Fault answered(Answer answer) {
        return new Answered(_ -> answer);
    }

    /// The server is not asked; the client gets the answer that is made for its request.
    static Fault answered(Function<WireRequest, Answer> by) {
        return new Answered(by);
    }
}
