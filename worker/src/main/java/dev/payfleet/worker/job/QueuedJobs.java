package dev.payfleet.worker.job;

import dev.payfleet.session.ConnectionKey;
import java.util.OptionalInt;

/// Port: what is queued and what was set aside of one connection.
public interface QueuedJobs {
    /// Takes every job of a connection that left off the queue, each with its one terminal event
    /// `disconnected`, and throws its dead letters away. A job that somebody works on is left to whoever does.
    /// May be repeated.
    ///
    /// @return how many were taken off and thrown away
    Queued cancel(ConnectionKey key);

    /// How many there are, by reading.
    Queued left(ConnectionKey key);

    /// Some jobs of a connection.
    ///
    /// @param waiting those that nobody works on; empty where the queue cannot be searched: there each is answered
    ///     when its turn comes
    /// @param dead those that were set aside
    record Queued(OptionalInt waiting, int dead) {}
}
