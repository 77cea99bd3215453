package dev.payfleet.worker.queue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The outcome events of all jobs, in the order in which they were published. Callable from any thread.
public interface OutcomeLog extends AutoCloseable {

    /// Keeps an event. The first terminal event of a job is its last event: nothing is kept after it.
    ///
    /// @return whether it was kept
    boolean publish(UUID jobId, boolean terminal, MessageBody event);

    /// The terminal event of a job, once there is one.
    Optional<MessageBody> terminal(UUID jobId);

    /// Lets a job be answered once more: its terminal event stays in the log, but is no longer its last word. For a job
    /// that is tried again by hand.
    ///
    /// @return false when the job has no terminal event
    boolean reopen(UUID jobId);

    /// The events of one job, in order.
    List<LoggedOutcome> of(UUID jobId);

    /// Events in order, for a reader who remembers the cursor of the last one read.
    ///
    /// @param cursor 0 from the start, else the cursor of the last event read
    /// @param max how many at most
    /// @param wait how long to wait for a first one; zero looks once
    /// @return nothing when nothing came in time
    List<LoggedOutcome> since(long cursor, int max, Duration wait) throws InterruptedException;

    /// Deletes the events that were published longer ago than this. A cursor stays good.
    ///
    /// @return how many
    int sweep(Duration olderThan);

    /// Ends every waiting [#since].
    @Override
    void close();
}
