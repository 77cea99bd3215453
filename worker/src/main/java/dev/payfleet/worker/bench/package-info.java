/// Measures what the worker's parts cost, on the machine at hand.
/// Start at [dev.payfleet.worker.bench.QueueBenchmark].
@NullMarked
package dev.payfleet.worker.bench;

import org.jspecify.annotations.NullMarked;
