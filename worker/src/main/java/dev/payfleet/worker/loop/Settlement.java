package dev.payfleet.worker.loop;

import dev.payfleet.session.ConnectionKey;
import dev.payfleet.worker.job.FetchJob;
import dev.payfleet.worker.job.JobOutcome;
import dev.payfleet.worker.job.JobProgress;
import dev.payfleet.worker.job.OutcomeCode;
import dev.payfleet.worker.job.OutcomeEvent;
import dev.payfleet.worker.job.Timings;
import dev.payfleet.worker.queue.Delivery;
import dev.payfleet.worker.queue.JobQueue;
import dev.payfleet.worker.queue.MessageBody;
import dev.payfleet.worker.queue.OutcomeLog;
import dev.payfleet.worker.queue.Receipt;
import dev.payfleet.worker.wire.OutcomeWriter;
import dev.payfleet.worker.wire.ReadJob;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Publishes what came of jobs and settles their messages: the only place that acknowledges, delays or
/// dead-letters. Safe for use by many threads.
final class Settlement {
    private static final Logger LOG = LoggerFactory.getLogger(Settlement.class);

    private final JobQueue queue;
    private final OutcomeLog outcomes;
    private final OutcomeWriter writer;
    private final LeaseKeeper leases;
    private final RetryPolicy retries;
    private final InstantSource clock;

    Settlement(
            JobQueue queue,
            OutcomeLog outcomes,
            OutcomeWriter writer,
            LeaseKeeper leases,
            RetryPolicy retries,
            InstantSource clock) {
        this.queue = queue;
        this.outcomes = outcomes;
        this.writer = writer;
        this.leases = leases;
        this.retries = retries;
        this.clock = clock;
    }

    /// Answers what is no job, and sets it aside.
    void refuse(Delivery delivery, ReadJob.Malformed malformed) {
        malformed.jobId().ifPresent(id -> {
            OutcomeEvent event = OutcomeEvent.malformed(
                    id,
                    malformed.connection().map(ConnectionKey::clientId).orElse(null),
                    malformed.connection().map(ConnectionKey::connectionId).orElse(null),
                    malformed.reason(),
                    delivery.attempt());
            outcomes.publish(id, true, MessageBody.of(writer.write(event)));
        });
        LOG.atWarn().addKeyValue("reason", malformed.reason()).log("a malformed job was refused");
        if (malformed.holdsAnswer()) {
            // It has been told why. A dead letter would keep the answer for people to look at.
            queue.complete(released(delivery));
        } else {
            queue.deadLetter(released(delivery), "invalid_job: " + malformed.reason());
        }
    }

    /// Settles the message of a job that was answered before.
    ///
    /// @param deadLetterReason why it is to be set aside; empty where its work is done
    void settle(Delivery delivery, Optional<String> deadLetterReason) {
        deadLetterReason.ifPresentOrElse(
                reason -> queue.deadLetter(released(delivery), reason), () -> queue.complete(released(delivery)));
    }

    /// Settles each in order, those that are put off last and from the end: the queue takes back whatever is
    /// behind one that it takes back. One that cannot be settled spoils no other.
    ///
    /// @return false when one of them stays in the queue
    boolean settle(List<Taken.Job> jobs, List<JobOutcome> outcomes, Deque<Taken> left) {
        Duration delay = delay(jobs, outcomes);
        Deque<Delivery> putOff = new ArrayDeque<>();
        boolean settled = true;
        for (int i = 0; i < jobs.size(); i++) {
            Taken.Job job = jobs.get(i);
            LogContext.of(job.job());
            try {
                if (!settle(job.delivery(), job.job(), outcomes.get(i), job.progress(), delay)) {
                    putOff.addFirst(job.delivery());
                }
            } catch (RuntimeException e) {
                LOG.atError().setCause(e).log("a delivery could not be settled; it comes back by itself");
                settled = false;
            }
        }
        if (!putOff.isEmpty()) {
            left.forEach(behind -> released(behind.delivery()));
            putOff.forEach(delivery -> queue.delay(released(delivery), delay));
        }
        return settled && putOff.isEmpty();
    }

    /// When those that could not be answered now are tried again: all at once, so that they travel together
    /// again.
    private Duration delay(List<Taken.Job> jobs, List<JobOutcome> outcomes) {
        Duration asked = outcomes.stream()
                .map(outcome -> outcome instanceof JobOutcome.RetryLater later ? later.retryAfter() : Duration.ZERO)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
        int attempt =
                jobs.stream().mapToInt(job -> job.delivery().attempt()).max().orElse(1);
        return retries.delay(attempt, asked);
    }

    /// The one place that decides what becomes of a message.
    ///
    /// @return false when it is yet to be put off
    private boolean settle(Delivery delivery, FetchJob job, JobOutcome outcome, JobProgress progress, Duration delay) {
        switch (outcome) {
            case JobOutcome.Succeeded o -> complete(delivery, job, o, progress);
            case JobOutcome.Challenged o -> complete(delivery, job, o, progress);
            case JobOutcome.ActionRequired o -> complete(delivery, job, o, progress);
            case JobOutcome.Unsupported o -> complete(delivery, job, o, progress);
            case JobOutcome.Disconnected o -> complete(delivery, job, o, progress);
            case JobOutcome.RetryLater o -> {
                return !mayTryAgain(delivery, job, o, progress, delay);
            }
            case JobOutcome.Failed o ->
                deadLetter(delivery, job, o, progress, o.code().wireName());
        }
        return true;
    }

    private void complete(Delivery delivery, FetchJob job, JobOutcome outcome, JobProgress progress) {
        tell(OutcomeEvent.terminal(job, outcome, delivery.attempt(), Timings.of(progress)), progress);
        queue.complete(released(delivery));
    }

    /// Answers a job that failed, and sets its message aside for people to look at.
    void deadLetter(Delivery delivery, FetchJob job, JobOutcome.Failed outcome, JobProgress progress, String reason) {
        tell(OutcomeEvent.terminal(job, outcome, delivery.attempt(), Timings.of(progress)), progress);
        queue.deadLetter(released(delivery), reason);
    }

    /// Tells that it is tried again after a while, unless the deadline comes first: then "later" is the last
    /// word.
    private boolean mayTryAgain(
            Delivery delivery, FetchJob job, JobOutcome.RetryLater outcome, JobProgress progress, Duration delay) {
        JobOutcome.RetryLater told = new JobOutcome.RetryLater(outcome.code(), delay);
        boolean inTime = RetryPolicy.inTime(clock.instant(), delay, job.deadline());
        if (inTime) {
            tell(OutcomeEvent.passing(job, told, delivery.attempt(), Timings.of(progress)), progress);
        } else {
            complete(delivery, job, told, progress);
        }
        return inTime;
    }

    private void tell(OutcomeEvent event, JobProgress progress) {
        OutcomeCode code = event.outcome().code();
        boolean first = outcomes.publish(event.jobId(), event.terminal(), MessageBody.of(writer.write(event)));
        LOG.atInfo()
                .addKeyValue("outcome", event.outcome().wireName())
                .addKeyValue("code", code == null ? "" : code.wireName())
                .addKeyValue("terminal", event.terminal())
                .addKeyValue("attempt", event.attempt())
                .addKeyValue("took_us", TimeUnit.MICROSECONDS.convert(progress.elapsed()))
                .addKeyValue("egress_bytes_up", progress.bytesUp())
                .addKeyValue("egress_bytes_down", progress.bytesDown())
                .log(first ? "job answered" : "job was answered before; this answer is dropped");
    }

    /// Lets a delivery's lease run out, unless it was settled.
    void release(Delivery delivery) {
        Receipt _ = released(delivery);
    }

    /// The receipt of a delivery that is about to be settled, and so is no longer to be extended.
    private Receipt released(Delivery delivery) {
        leases.release(delivery.receipt());
        return delivery.receipt();
    }
}
