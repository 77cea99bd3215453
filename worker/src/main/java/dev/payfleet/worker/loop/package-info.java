/// Takes jobs from the queue and settles each by what came of it: the only place that acknowledges, delays or
/// dead-letters. Start at [dev.payfleet.worker.loop.JobHandling].
@org.jspecify.annotations.NullMarked
package dev.payfleet.worker.loop;
