package dev.payfleet.worker.demo;

/// One promise of the fleet, and how the demo finds out whether it was kept.
@FunctionalInterface
interface Act {
    /// Looks at what happened once all jobs are answered and the worker has ended. Throws nothing that a broken
    /// promise alone can cause.
    Finding check() throws InterruptedException;
}
