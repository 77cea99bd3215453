package dev.payfleet.worker.queue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What people do with the queue, beside what workers do. Callable from any thread.
///
/// SQS can neither list nor remove what one group has queued. There a connection that is gone leaves a
/// tombstone, by which each of its late jobs is answered `disconnected` the moment it is taken.
public interface QueueDesk {

    /// How much is in the queue now. Counts every message, so it is for people and gauges, not for loops.
    QueueDepths depths();

    /// The messages that were set aside, the latest first.
    List<DeadLetter> deadLetters(int max);

    /// What waits in a group and nobody works on, in its order; empty where the queue cannot be searched.
    Optional<List<QueuedMessage>> waiting(String group);

    /// Takes one waiting message off the queue, as if it had been worked on.
    ///
    /// @return false when somebody works on it, or it is gone
    boolean cancel(String queuedMessageId);

    /// The messages of one group that were set aside.
    List<DeadLetter> deadLettersOf(String group);

    /// Throws one dead letter away.
    ///
    /// @return false when there is none of this id
    boolean discard(String deadLetterId);

    /// Puts one dead letter back at the end of its group, as if it had never been received.
    ///
    /// @return false when there is none of this id
    boolean redrive(String deadLetterId);

    /// Puts all dead letters back, the oldest first.
    ///
    /// @return how many
    int redriveAll();

    /// Forgets the deduplication ids that are older than this, at least five minutes, and are neither queued nor
    /// dead. SQS forgets by itself, so there it does nothing.
    ///
    /// @return how many
    int forget(Duration olderThan);
}
