/// One job: what is asked, what came of it, and the event that tells the upstream API. Start at
/// [dev.payfleet.worker.job.FetchJob] for the question and at [dev.payfleet.worker.job.JobOutcome] for the answers.
@NullMarked
package dev.payfleet.worker.job;

import org.jspecify.annotations.NullMarked;
