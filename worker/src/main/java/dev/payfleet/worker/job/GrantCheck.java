package dev.payfleet.worker.job;

import java.util.Optional;

/// Says whether a job may be done, before anything of the person's is decrypted for it. Safe for use by many
/// threads.
@FunctionalInterface
public interface GrantCheck {
    /// Asks for no grant: for one machine whose jobs come from its own user.
    GrantCheck NONE = _ -> Optional.empty();

    /// Why the job may not be done; empty where it may.
    ///
    /// @throws RuntimeException where it cannot be told now; the job is then neither done nor refused
    Optional<GrantRefusal> refusal(FetchJob job);

    /// The same of a job that was refused before and is not to be done: the question leaves no trace, where
    /// [#refusal] uses up a grant that is good for one job.
    ///
    /// @throws RuntimeException where it cannot be told now
    default Optional<GrantRefusal> reason(FetchJob job) {
        return refusal(job);
    }
}
