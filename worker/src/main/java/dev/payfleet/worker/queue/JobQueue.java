package dev.payfleet.worker.queue;

import java.time.Duration;
import java.util.List;

/// A durable queue, first in, first out within each group. Callable from any thread.
///
/// Of one group at most one turn is in flight, and it is always its oldest message with those right behind it: while
/// one of them is being worked on, or the oldest has been put off, nothing else of that group is given out. A message
/// that was received and not completed is received again once its visibility has run out, in its old place, so every
/// message is worked on at least once.
public interface JobQueue extends AutoCloseable {

    /// The longest a message can be held back, by [#delay] or by [NewMessage#delay]: a longer delay is cut to it.
    /// SQS hides a message for twelve hours at most, the time for which it was held before included.
    Duration LONGEST_DELAY = Duration.ofHours(11);

    /// Puts a message at the end of its group. A second message with the same group and deduplication id is not a
    /// second message: it is dropped, for at least five minutes after the first. Later than that it may be a second
    /// one, even while the first is queued; whoever works on it must see that the work was done. SQS
    /// promises no more, and an upstream that sends without us could not be held to more.
    ///
    /// @throws MessageTooLargeException when the body is over [MessageBody#MAX_BYTES]
    void send(NewMessage message);

    /// Takes a turn of each group, as far as there is room: its oldest message and those right behind it that may be
    /// given out now. Which groups come first is the engine's to say.
    ///
    /// @param max how many messages at most, all turns together; from 1 to [Turn#LONGEST]
    /// @param visibility how long the messages are ours unless extended; rounded up to seconds where the
    /// engine counts in seconds
    /// @param wait how long to wait for a first message, rounded likewise; zero looks once, and may miss
    /// what another look finds
    /// @return nothing when nothing came in time, or when the queue was closed meanwhile
    List<Turn> receive(int max, Duration visibility, Duration wait) throws InterruptedException;

    /// Keeps the message for another `visibility` from now on. Its fellows of the same turn may, but need not, be
    /// kept with it.
    ///
    /// @return false when it is no longer ours
    boolean extend(Receipt receipt, Duration visibility);

    /// Removes the message: it was worked on. The messages of a turn may be settled in any order.
    ///
    /// @return false when it is no longer ours
    boolean complete(Receipt receipt);

    /// Gives the message back. It keeps its place in its group and is received again after `delay`. Those of its turn
    /// that come after it and are not settled yet go back as well, and wait behind it: their receipts are spent.
    /// Where each of several is to be put off, begin with the last.
    ///
    /// @param delay at most [#LONGEST_DELAY], and cut to it
    /// @return false when it is no longer ours
    boolean delay(Receipt receipt, Duration delay);

    /// Sets the message aside for people to look at, and lets its group go on. Whatever happens meanwhile, the
    /// message is in one place at least: when the answer is false or an exception, it may be a dead letter and
    /// queued as well.
    ///
    /// @param reason says why, without a value of anyone's
    /// @return false when it is no longer ours
    boolean deadLetter(Receipt receipt, String reason);

    /// Ends every waiting [#receive]. What is in flight stays in flight until its visibility has run out.
    @Override
    void close();
}
