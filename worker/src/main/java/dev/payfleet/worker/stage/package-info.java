/// What the demo and the benchmarks stand on: the simulated provider, an authenticating proxy, sealed stores in a
/// fresh home, and worker processes. Start at [dev.payfleet.worker.stage.Stage].
@NullMarked
package dev.payfleet.worker.stage;

import org.jspecify.annotations.NullMarked;
