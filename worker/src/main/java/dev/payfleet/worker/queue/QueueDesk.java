package dev.payfleet.worker.queue;

import java.time.Duration;
import java.util.List;

/// What people do with the queue, beside what workers do. Callable from any thread.
public interface QueueDesk {

    /// How much is in the queue now. Counts every message, so it is for people and gauges, not for loops.
    QueueDepths depths();

    /// The messages that were set aside, the latest first.
    List<DeadLetter> deadLetters(int max);

    /// Puts one dead letter back at the end of its group, as if it had never been received.
    ///
    /// @return false when there is none of this id
    boolean redrive(long deadLetterId);

    /// Puts all dead letters back, the oldest first.
    ///
    /// @return how many
    int redriveAll();

    /// Removes what a group has queued or dead. A message in flight stays, since whoever holds it is at work on it.
    ///
    /// @return the deduplication ids of what was removed: jobs that nobody will answer unless the caller does
    List<String> cancel(String group);

    /// Forgets the deduplication ids that are older than this, at least five minutes, and are neither queued nor dead.
    ///
    /// @return how many
    int forget(Duration olderThan);
}
