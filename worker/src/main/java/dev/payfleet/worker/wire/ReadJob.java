package dev.payfleet.worker.wire;

import dev.payfleet.session.ConnectionKey;
import dev.payfleet.worker.job.FetchJob;
import java.util.Optional;
import java.util.UUID;

/// What a message turned out to be.
public sealed interface ReadJob {

    /// A job.
    record WellFormed(FetchJob job) implements ReadJob {}

    /// No job.
    ///
    /// @param jobId the job it would have been, where that much could be read
    /// @param connection the connection it would have been for, where that much could be read
    /// @param reason names the field and what was expected of it, never its value
    /// @param holdsAnswer whether it holds what has no place in a message: a person's answer to a second factor
    record Malformed(Optional<UUID> jobId, Optional<ConnectionKey> connection, String reason, boolean holdsAnswer)
            implements ReadJob {}
}
