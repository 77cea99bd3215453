package dev.payfleet.worker.fleet;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/// What goes on in a worker after the jobs that began it were answered: pages that wait for a person.
///
/// @param none whether there is nothing of the kind
/// @param drain waits for its end
public record Lingering(BooleanSupplier none, Drain drain) {
    /// Waits for an end.
    @FunctionalInterface
    public interface Drain {
        /// @return whether it came in time
        boolean within(Duration patience) throws InterruptedException;
    }
}
