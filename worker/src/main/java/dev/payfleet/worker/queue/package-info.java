/// The ports between the upstream API and the workers: the queue of jobs and the log of outcomes. Start at
/// [dev.payfleet.worker.queue.JobQueue]; people look into it through [dev.payfleet.worker.queue.QueueDesk].
@NullMarked
package dev.payfleet.worker.queue;

import org.jspecify.annotations.NullMarked;
