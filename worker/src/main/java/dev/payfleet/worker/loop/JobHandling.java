package dev.payfleet.worker.loop;

import dev.payfleet.session.ConnectionKey;
import dev.payfleet.worker.audit.AuditEvent;
import dev.payfleet.worker.audit.AuditTrail;
import dev.payfleet.worker.audit.AuditedJob;
import dev.payfleet.worker.job.FetchJob;
import dev.payfleet.worker.job.GrantCheck;
import dev.payfleet.worker.job.GrantRefusal;
import dev.payfleet.worker.job.JobOutcome;
import dev.payfleet.worker.job.JobProgress;
import dev.payfleet.worker.job.JobProgress.Stage;
import dev.payfleet.worker.job.JobStory;
import dev.payfleet.worker.job.OutcomeCode;
import dev.payfleet.worker.job.OutcomeEvent;
import dev.payfleet.worker.job.Timings;
import dev.payfleet.worker.queue.Delivery;
import dev.payfleet.worker.queue.JobQueue;
import dev.payfleet.worker.queue.MessageBody;
import dev.payfleet.worker.queue.OutcomeLog;
import dev.payfleet.worker.queue.Receipt;
import dev.payfleet.worker.wire.JobReader;
import dev.payfleet.worker.wire.OutcomeWriter;
import dev.payfleet.worker.wire.ReadJob;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/// One delivery from beginning to end: read, run, told, settled. First the outcome is published, then the message
/// is settled; a worker killed in between has its message delivered again, and the outcome that is already there
/// settles it without a second run. So there is one terminal event per job, however often it comes.
///
/// Safe for use by many threads.
public final class JobHandling {
    private static final Logger LOG = LoggerFactory.getLogger(JobHandling.class);

    /// A job tried this often without an answer is given up with one: it may be what kills its workers. At the
    /// longest back-off that is four hours of trying.
    public static final int MOST_ATTEMPTS = 50;

    private final JobQueue queue;
    private final OutcomeLog outcomes;
    private final JobReader reader;
    private final OutcomeWriter writer;
    private final GrantCheck grants;
    private final EarlierAnswer earlier;
    private final AuditTrail audit;
    private final JobStory story;
    private final LeaseKeeper leases;
    private final RetryPolicy retries;
    private final Consumer<RuntimeException> faults;
    private final InstantSource clock;

    /// @param grants asked before anything of the person's is touched
    /// @param audit told of every refusal
    /// @param faults told of every fault of our own, for error reports
    /// @param clock what deadlines and timings are read from
    public JobHandling(
            JobQueue queue,
            OutcomeLog outcomes,
            JobReader reader,
            OutcomeWriter writer,
            GrantCheck grants,
            AuditTrail audit,
            JobStory story,
            LeaseKeeper leases,
            RetryPolicy retries,
            Consumer<RuntimeException> faults,
            InstantSource clock) {
        this.queue = queue;
        this.outcomes = outcomes;
        this.reader = reader;
        this.writer = writer;
        this.grants = grants;
        this.earlier = new EarlierAnswer(grants);
        this.audit = audit;
        this.story = story;
        this.leases = leases;
        this.retries = retries;
        this.faults = faults;
        this.clock = clock;
    }

    /// Handles the delivery. Throws nothing: what could not be settled comes back by its visibility time-out.
    public void handle(Delivery delivery) {
        JobProgress progress = new JobProgress(clock);
        progress.spend(Stage.QUEUED, notNegative(Duration.between(delivery.sentAt(), clock.instant())));
        leases.hold(delivery.receipt(), progress);
        try {
            switch (reader.read(delivery.body().bytes())) {
                case ReadJob.Malformed malformed -> refuse(delivery, malformed);
                case ReadJob.WellFormed(FetchJob job) -> handle(delivery, job, progress);
            }
        } catch (RuntimeException e) {
            LOG.atError().setCause(e).log("a delivery could not be settled; it comes back by itself");
        } finally {
            leases.release(delivery.receipt());
            MDC.clear();
        }
    }

    private void refuse(Delivery delivery, ReadJob.Malformed malformed) {
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
        queue.deadLetter(released(delivery), "invalid_job: " + malformed.reason());
    }

    private void handle(Delivery delivery, FetchJob job, JobProgress progress) {
        MDC.put("job_id", job.jobId().toString());
        MDC.put("connection_id", job.connectionId());
        MDC.put("provider", job.provider());
        MessageBody answer = outcomes.terminal(job.jobId()).orElse(null);
        if (answer != null) {
            LOG.info("already answered; the message is taken off the queue");
            settleAsAnswered(delivery, job, answer);
            return;
        }
        if (delivery.attempt() > MOST_ATTEMPTS) {
            settle(delivery, job, new JobOutcome.Failed(OutcomeCode.Failure.INTERNAL, null), progress);
            return;
        }
        // Where it cannot be told, this throws: the message comes back, and nobody is refused for our own trouble.
        Optional<GrantRefusal> refusal = grants.refusal(job);
        if (refusal.isPresent()) {
            refuse(delivery, job, refusal.get(), progress);
        } else {
            settle(delivery, job, run(job, progress), progress);
        }
    }

    private void refuse(Delivery delivery, FetchJob job, GrantRefusal refusal, JobProgress progress) {
        LOG.atWarn().addKeyValue("reason", refusal.wireName()).log("a grant was refused");
        AuditedJob audited = new AuditedJob(job.jobId(), job.key(), job.provider());
        audit.note(new AuditEvent.GrantRefused(audited, refusal.wireName()));
        JobOutcome.Failed outcome = new JobOutcome.Failed(OutcomeCode.Failure.GRANT_REFUSED, null);
        deadLetter(delivery, job, outcome, progress, EarlierAnswer.reason(refusal));
    }

    private void settleAsAnswered(Delivery delivery, FetchJob job, MessageBody answer) {
        earlier.deadLetterReason(answer, job)
                .ifPresentOrElse(
                        reason -> queue.deadLetter(released(delivery), reason),
                        () -> queue.complete(released(delivery)));
    }

    private JobOutcome run(FetchJob job, JobProgress progress) {
        LOG.atInfo().addKeyValue("kind", job.kind().wireName()).log("job taken");
        try {
            return story.run(job, progress);
        } catch (RuntimeException e) {
            LOG.atError().setCause(e).addKeyValue("step", progress.step()).log("a fault of our own");
            faults.accept(e);
            return new JobOutcome.Failed(OutcomeCode.Failure.INTERNAL, null);
        }
    }

    /// The one place that decides what becomes of a message.
    private void settle(Delivery delivery, FetchJob job, JobOutcome outcome, JobProgress progress) {
        switch (outcome) {
            case JobOutcome.Succeeded o -> complete(delivery, job, o, progress);
            case JobOutcome.Challenged o -> complete(delivery, job, o, progress);
            case JobOutcome.ActionRequired o -> complete(delivery, job, o, progress);
            case JobOutcome.Unsupported o -> complete(delivery, job, o, progress);
            case JobOutcome.Disconnected o -> complete(delivery, job, o, progress);
            case JobOutcome.RetryLater o -> delayOrGiveUp(delivery, job, o, progress);
            case JobOutcome.Failed o ->
                deadLetter(delivery, job, o, progress, o.code().wireName());
        }
    }

    private void complete(Delivery delivery, FetchJob job, JobOutcome outcome, JobProgress progress) {
        tell(OutcomeEvent.terminal(job, outcome, delivery.attempt(), Timings.of(progress)), progress);
        queue.complete(released(delivery));
    }

    private void deadLetter(
            Delivery delivery, FetchJob job, JobOutcome.Failed outcome, JobProgress progress, String reason) {
        tell(OutcomeEvent.terminal(job, outcome, delivery.attempt(), Timings.of(progress)), progress);
        queue.deadLetter(released(delivery), reason);
    }

    /// Tries again after a while, unless the deadline comes first: then "later" is the last word.
    private void delayOrGiveUp(Delivery delivery, FetchJob job, JobOutcome.RetryLater outcome, JobProgress progress) {
        Duration delay = retries.delay(delivery.attempt(), outcome.retryAfter());
        Instant now = clock.instant();
        JobOutcome.RetryLater told = new JobOutcome.RetryLater(outcome.code(), delay);
        if (RetryPolicy.inTime(now, delay, job.deadline())) {
            tell(OutcomeEvent.passing(job, told, delivery.attempt(), Timings.of(progress)), progress);
            queue.delay(released(delivery), delay);
        } else {
            complete(delivery, job, told, progress);
        }
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

    /// The receipt of a delivery that is about to be settled, and so is no longer to be extended.
    private Receipt released(Delivery delivery) {
        leases.release(delivery.receipt());
        return delivery.receipt();
    }

    private static Duration notNegative(Duration duration) {
        return duration.isNegative() ? Duration.ZERO : duration;
    }
}
