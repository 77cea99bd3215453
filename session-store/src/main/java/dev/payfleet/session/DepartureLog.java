package dev.payfleet.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What was wiped when people left, for [#LIFE]. Needs no fence: whoever goes on with a wipe writes the same
/// record again.
public interface DepartureLog {
    /// How long a record is kept: as long as security events are.
    Duration LIFE = Duration.ofDays(400);

    /// Keeps a record in place of what was kept of this connection and this time.
    void keep(DepartureRecord departure);

    /// The last time that this person left.
    Optional<DepartureRecord> latest(ConnectionKey key);

    /// Deletes records that are older than [#LIFE].
    ///
    /// @return how many
    int sweep(Instant now);
}
