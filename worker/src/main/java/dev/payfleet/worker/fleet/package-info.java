/// The fleet as its commands see it: one opened engine (queue, stores, evidence) and a worker that can be run on
/// it, whichever engine it is. Start at [dev.payfleet.worker.fleet.Fleet].
@org.jspecify.annotations.NullMarked
package dev.payfleet.worker.fleet;
