package dev.payfleet.worker.loop;

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
import dev.payfleet.worker.job.TakenJob;
import dev.payfleet.worker.queue.Delivery;
import dev.payfleet.worker.queue.JobQueue;
import dev.payfleet.worker.queue.MessageBody;
import dev.payfleet.worker.queue.OutcomeLog;
import dev.payfleet.worker.queue.Turn;
import dev.payfleet.worker.wire.JobReader;
import dev.payfleet.worker.wire.OutcomeWriter;
import dev.payfleet.worker.wire.ReadJob;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One turn from beginning to end: each job read, run, told, settled ([Settlement]), in order, and those together
/// that may travel together. First the outcome is published, then the message is settled; a worker killed in
/// between has its message delivered again, and the outcome that is already there settles it without a second
/// run. So there is one terminal event per job, however often it comes.
///
/// Safe for use by many threads.
public final class JobHandling {
    private static final Logger LOG = LoggerFactory.getLogger(JobHandling.class);

    /// A job tried this often without an answer is given up with one: it may be what kills its workers. At the
    /// longest back-off that is four hours of trying.
    public static final int MOST_ATTEMPTS = 50;

    private final OutcomeLog outcomes;
    private final JobReader reader;
    private final GrantCheck grants;
    private final EarlierAnswer earlier;
    private final AuditTrail audit;
    private final JobStory story;
    private final LeaseKeeper leases;
    private final Settlement settlement;
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
        this.outcomes = outcomes;
        this.reader = reader;
        this.grants = grants;
        this.earlier = new EarlierAnswer(grants);
        this.audit = audit;
        this.story = story;
        this.leases = leases;
        this.settlement = new Settlement(queue, outcomes, writer, leases, retries, clock);
        this.faults = faults;
        this.clock = clock;
    }

    /// Handles the turn. Throws nothing: what could not be settled comes back by its visibility time-out.
    public void handle(Turn turn) {
        // A message that came often may be what kills its workers; it shall not take others with it.
        boolean alone = turn.first().attempt() > Turn.ATTEMPTS_IN_COMPANY;
        try {
            Deque<Taken> left = take(turn);
            boolean goesOn = true;
            while (goesOn && !left.isEmpty()) {
                List<Taken> company = Taken.next(left, alone);
                goesOn = isOurs(company.getFirst()) && handle(company, left);
            }
        } catch (RuntimeException e) {
            LOG.atError().setCause(e).log("a delivery could not be settled; it comes back by itself");
        } finally {
            turn.deliveries().forEach(settlement::release);
            LogContext.clear();
        }
    }

    private Deque<Taken> take(Turn turn) {
        Deque<Taken> taken = new ArrayDeque<>();
        JobProgress first = new JobProgress(clock);
        for (Delivery delivery : turn.deliveries()) {
            JobProgress progress = taken.isEmpty() ? first : first.fellow();
            progress.spend(Stage.QUEUED, notNegative(Duration.between(delivery.sentAt(), clock.instant())));
            leases.hold(delivery.receipt(), progress);
            taken.add(new Taken(
                    delivery,
                    taken.isEmpty(),
                    progress,
                    reader.read(delivery.body().bytes())));
        }
        return taken;
    }

    /// What has waited may have been lost meanwhile, and be another worker's.
    private boolean isOurs(Taken next) {
        boolean ours = next.oldest() || leases.renew(next.delivery().receipt());
        if (!ours) {
            LOG.warn("a lease was lost: the rest of the turn is left to another worker");
        }
        return ours;
    }

    /// @param left what comes after them
    /// @return false when the turn is over, because one of them stays in the queue
    private boolean handle(List<Taken> company, Deque<Taken> left) {
        List<Taken.Job> jobs = new ArrayList<>();
        for (Taken taken : company) {
            taken.progress().waited(taken.progress().elapsed());
            switch (taken.read()) {
                case ReadJob.Malformed malformed -> settlement.refuse(taken.delivery(), malformed);
                case ReadJob.WellFormed(FetchJob job) -> {
                    if (admit(taken, job)) {
                        jobs.add(new Taken.Job(taken.delivery(), new TakenJob(job, taken.progress())));
                    }
                }
            }
        }
        return jobs.isEmpty() || settlement.settle(jobs, run(jobs), left);
    }

    /// Whether the job is to be run. One that is not has been settled.
    private boolean admit(Taken taken, FetchJob job) {
        Delivery delivery = taken.delivery();
        LogContext.of(job);
        MessageBody answer = outcomes.terminal(job.jobId()).orElse(null);
        if (answer != null) {
            LOG.info("already answered; the message is taken off the queue");
            settlement.settle(delivery, earlier.deadLetterReason(answer, job));
            return false;
        }
        // One that comes behind another may have been received as often because of it.
        if (taken.oldest() && delivery.attempt() > MOST_ATTEMPTS) {
            JobOutcome.Failed outcome = new JobOutcome.Failed(OutcomeCode.Failure.INTERNAL, null);
            settlement.deadLetter(
                    delivery, job, outcome, taken.progress(), outcome.code().wireName());
            return false;
        }
        // Where it cannot be told, this throws: the message comes back, and nobody is refused for our own trouble.
        Optional<GrantRefusal> refusal = grants.refusal(job);
        refusal.ifPresent(reason -> refuse(delivery, job, reason, taken.progress()));
        return refusal.isEmpty();
    }

    private void refuse(Delivery delivery, FetchJob job, GrantRefusal refusal, JobProgress progress) {
        LOG.atWarn().addKeyValue("reason", refusal.wireName()).log("a grant was refused");
        AuditedJob audited = new AuditedJob(job.jobId(), job.key(), job.provider());
        audit.note(new AuditEvent.GrantRefused(audited, refusal.wireName()));
        JobOutcome.Failed outcome = new JobOutcome.Failed(OutcomeCode.Failure.GRANT_REFUSED, null);
        settlement.deadLetter(delivery, job, outcome, progress, EarlierAnswer.reason(refusal));
    }

    private List<JobOutcome> run(List<Taken.Job> jobs) {
        LogContext.of(jobs.getFirst().job());
        if (jobs.size() > 1) {
            LOG.atInfo().addKeyValue("jobs", jobs.size()).log("jobs of one connection travel together");
            try {
                return story.runTogether(jobs.stream().map(Taken.Job::taken).toList());
            } catch (RuntimeException e) {
                LOG.atError().setCause(e).log("a fault of our own; the jobs are done one by one");
                faults.accept(e);
            }
        }
        return jobs.stream().map(job -> run(job.job(), job.progress())).toList();
    }

    private JobOutcome run(FetchJob job, JobProgress progress) {
        LogContext.of(job);
        LOG.atInfo().addKeyValue("kind", job.kind().wireName()).log("job taken");
        try {
            return story.run(job, progress);
        } catch (RuntimeException e) {
            LOG.atError().setCause(e).addKeyValue("step", progress.step()).log("a fault of our own");
            faults.accept(e);
            return new JobOutcome.Failed(OutcomeCode.Failure.INTERNAL, null);
        }
    }

    private static Duration notNegative(Duration duration) {
        return duration.isNegative() ? Duration.ZERO : duration;
    }
}
