package dev.payfleet.worker.author;

import java.time.Duration;
import java.util.Optional;

/// One thing that the contract asks of an adapter.
///
/// @param what in words
/// @param took how long it was tested
/// @param broken the beginning of the failure's message; empty where the adapter keeps it
public record ContractPoint(String what, Duration took, Optional<String> broken) {

    /// Whether the adapter keeps it.
    public boolean kept() {
        return broken.isEmpty();
    }
}
