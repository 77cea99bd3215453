package dev.payfleet.worker.grant;

import java.time.Instant;
import java.util.UUID;

/// The grants that were used, as long as they could be used again. Safe for use by many threads and processes at
/// once.
public interface UsedGrants {
    /// Uses a grant for a job, durably. Of two jobs that do so at once, one gets it; the same job may do so again, as
    /// often as it is delivered.
    ///
    /// @return whether it is this job's
    /// @throws RuntimeException where it cannot be told now
    boolean use(OneTimeGrant grant, UUID job);

    /// Whether [#use] would say yes, without using it.
    ///
    /// @throws RuntimeException where it cannot be told now
    boolean mayUse(OneTimeGrant grant, UUID job);

    /// Forgets those that could not be used again anyway.
    ///
    /// @return how many
    int sweep(Instant now);
}
