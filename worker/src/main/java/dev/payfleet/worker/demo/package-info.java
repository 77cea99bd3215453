/// The demo: a simulated provider, a proxy, sealed stores and a worker process, a day's work for them, and the
/// proof that all of it went right. Start at [dev.payfleet.worker.demo.Demo].
@NullMarked
package dev.payfleet.worker.demo;

import org.jspecify.annotations.NullMarked;
