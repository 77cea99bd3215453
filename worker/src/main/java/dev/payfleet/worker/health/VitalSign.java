package dev.payfleet.worker.health;

import java.util.Optional;

/// One thing that a worker cannot do without.
@FunctionalInterface
public interface VitalSign {
    /// What is wrong with it, in a few words that name nobody; empty while it is well. Answers at once.
    Optional<String> trouble();
}
