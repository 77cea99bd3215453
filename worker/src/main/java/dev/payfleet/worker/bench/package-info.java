/// Measures what the worker costs on the machine at hand, beside a rival in the same run where there is one. Start
/// at [dev.payfleet.worker.bench.Bench].
@NullMarked
package dev.payfleet.worker.bench;

import org.jspecify.annotations.NullMarked;
