package dev.payfleet.worker.queue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The outcome events of all jobs: those of one job in the order in which they were published, those of different
/// jobs about so. Callable from any thread.
public interface OutcomeLog extends AutoCloseable {

    /// Keeps an event. The first terminal event of a job is its last event: nothing is kept after it.
    ///
    /// @return whether it was kept
    boolean publish(UUID jobId, boolean terminal, MessageBody event);

    /// The terminal event of a job, once there is one.
    Optional<MessageBody> terminal(UUID jobId);

    /// Lets a job be answered once more: its terminal event stays in the log, but is no longer its last word. For a
    /// job that is tried again by hand.
    ///
    /// @return false when the job has no terminal event
    boolean reopen(UUID jobId);

    /// The events of one job, in order.
    List<LoggedOutcome> of(UUID jobId);

    /// Reads on, for a reader who remembers how far the last page went. Every event comes on some page, and none is
    /// missed, however many processes publish at the same time.
    ///
    /// @param after where to read on: [OutcomeCursor#START], or [OutcomePage#next] of the last page
    /// @param max how many at most
    /// @param wait how long to wait for a first one; zero looks once
    /// @return a page without events when nothing came in time
    OutcomePage since(OutcomeCursor after, int max, Duration wait) throws InterruptedException;

    /// Deletes the events that were published longer ago than this, those that the engine has not deleted by
    /// itself. A cursor stays good.
    ///
    /// @return how many
    int sweep(Duration olderThan);

    /// Ends every waiting [#since].
    @Override
    void close();
}
