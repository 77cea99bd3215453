package dev.payfleet.worker.browser;

import java.time.Instant;

/// Hears what a visit does, on its lane's thread.
interface VisitSteps {
    /// It is at its next step.
    void step(String name);

    /// It waits for a person until then at the latest.
    void waiting(String name, Instant until);
}
