package dev.payfleet.worker.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.payfleet.provider.Resource;
import dev.payfleet.provider.ResourceQuery;
import dev.payfleet.sqlite.SqliteFile;
import dev.payfleet.worker.audit.AuditEvent;
import dev.payfleet.worker.audit.AuditedJob;
import dev.payfleet.worker.audit.NotedAudit;
import dev.payfleet.worker.job.FetchJob;
import dev.payfleet.worker.job.GrantCheck;
import dev.payfleet.worker.job.GrantRefusal;
import dev.payfleet.worker.job.JobKind;
import dev.payfleet.worker.job.JobOutcome;
import dev.payfleet.worker.job.JobStory;
import dev.payfleet.worker.job.OutcomeCode;
import dev.payfleet.worker.job.OutcomeEvent;
import dev.payfleet.worker.job.Timings;
import dev.payfleet.worker.queue.Delivery;
import dev.payfleet.worker.queue.LoggedOutcome;
import dev.payfleet.worker.queue.MessageBody;
import dev.payfleet.worker.queue.NewMessage;
import dev.payfleet.worker.queue.QueueDepths;
import dev.payfleet.worker.queue.SettableClock;
import dev.payfleet.worker.queue.embedded.SqliteJobQueue;
import dev.payfleet.worker.queue.embedded.SqliteOutcomeLog;
import dev.payfleet.worker.queue.embedded.SqliteQueueDesk;
import dev.payfleet.worker.wire.JobReader;
import dev.payfleet.worker.wire.JobWriter;
import dev.payfleet.worker.wire.OutcomeReader;
import dev.payfleet.worker.wire.OutcomeWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What becomes of a message, told over a real queue and a real log of outcomes.
class JobHandlingTest {
    private static final Duration VISIBILITY = Duration.ofSeconds(30);
    private static final JobOutcome DONE = new JobOutcome.Succeeded(null);

    private final SettableClock clock = SettableClock.atSomeMoment();
    private final List<FetchJob> ran = new ArrayList<>();
    private final List<RuntimeException> faults = new ArrayList<>();
    private SqliteFile file;
    private SqliteJobQueue queue;
    private SqliteQueueDesk desk;
    private SqliteOutcomeLog outcomes;
    private final NotedAudit audit = new NotedAudit();
    private GrantCheck grants = GrantCheck.NONE;

    @BeforeEach
    void open(@TempDir Path home) {
        file = SqliteFile.open(home.resolve("payfleet.db"));
        queue = SqliteJobQueue.open(file, clock, 1000);
        desk = SqliteQueueDesk.open(file, clock);
        outcomes = SqliteOutcomeLog.open(file, clock);
    }

    @AfterEach
    void close() {
        queue.close();
        outcomes.close();
        file.close();
    }

    static List<JobOutcome> outcomesThatAreTheLastWord() {
        return List.of(
                DONE,
                new JobOutcome.ActionRequired(OutcomeCode.Action.CREDENTIALS_REJECTED),
                new JobOutcome.Unsupported(OutcomeCode.Unsupported.UNKNOWN_PROVIDER),
                new JobOutcome.Disconnected());
    }

    @ParameterizedTest
    @MethodSource("outcomesThatAreTheLastWord")
    void anOutcomeThatIsTheLastWordTakesTheMessageOffTheQueue(JobOutcome outcome) throws InterruptedException {
        FetchJob job = send(Duration.ofMinutes(5));
        handle(outcome);
        assertThat(depths()).isEqualTo(new Depths(0, 0, 0));
        assertThat(terminal(job).outcome().wireName()).isEqualTo(outcome.wireName());
    }

    @Test
    void aFailureIsSetAsideWithItsCodeAndAnswered() throws InterruptedException {
        FetchJob job = send(Duration.ofMinutes(5));
        handle(new JobOutcome.Failed(OutcomeCode.Failure.ADAPTER_BROKEN, "ev-0123456789abcdef0123456789abcdef"));
        assertThat(desk.deadLetters(1))
                .first()
                .satisfies(dead -> assertThat(dead.reason()).isEqualTo("adapter_broken"));
        assertThat(terminal(job).terminal()).isTrue();
    }

    @Test
    void laterMeansTheMessageIsPutOffAndThePassingEventSaysUntilWhen() throws InterruptedException {
        FetchJob job = send(Duration.ofMinutes(5));
        handle(new JobOutcome.RetryLater(OutcomeCode.Retry.PROVIDER_RATE_LIMITED, Duration.ofSeconds(40)));
        assertThat(depths()).isEqualTo(new Depths(0, 1, 0));
        assertThat(outcomes.terminal(job.jobId())).isEmpty();
        assertThat(event(outcomes.of(job.jobId()).getFirst().event()).outcome().retryAfter())
                .isGreaterThanOrEqualTo(Duration.ofSeconds(40));
    }

    @Test
    void laterThanTheDeadlineIsTheLastWord() throws InterruptedException {
        FetchJob job = send(Duration.ofSeconds(30));
        handle(new JobOutcome.RetryLater(OutcomeCode.Retry.PROVIDER_RATE_LIMITED, Duration.ofSeconds(40)));
        assertThat(depths()).isEqualTo(new Depths(0, 0, 0));
        assertThat(terminal(job).outcome()).isInstanceOf(JobOutcome.RetryLater.class);
    }

    @Test
    void aMessageWhoseAnswerIsThereAlreadyIsNotRunAgain() throws InterruptedException {
        FetchJob job = send(Duration.ofMinutes(5));
        OutcomeEvent told = OutcomeEvent.terminal(job, DONE, 1, Timings.NONE);
        outcomes.publish(job.jobId(), true, MessageBody.of(new OutcomeWriter().write(told)));
        handle(new JobOutcome.Disconnected());
        assertThat(ran).isEmpty();
        assertThat(depths()).isEqualTo(new Depths(0, 0, 0));
        assertThat(terminal(job).outcome()).isEqualTo(DONE);
    }

    @Test
    void aFailureThatWasAnsweredAndNotSetAsideIsSetAsideWhenItComesAgain() throws InterruptedException {
        FetchJob job = send(Duration.ofMinutes(5));
        JobOutcome failed = new JobOutcome.Failed(OutcomeCode.Failure.ADAPTER_BROKEN, null);
        OutcomeEvent told = OutcomeEvent.terminal(job, failed, 1, Timings.NONE);
        outcomes.publish(job.jobId(), true, MessageBody.of(new OutcomeWriter().write(told)));
        handle(DONE);
        assertThat(ran).isEmpty();
        assertThat(desk.deadLetters(1))
                .first()
                .satisfies(dead -> assertThat(dead.reason()).isEqualTo("adapter_broken"));
    }

    @Test
    void aFaultOfOurOwnIsAnsweredReportedAndSetAside() throws InterruptedException {
        FetchJob job = send(Duration.ofMinutes(5));
        IllegalStateException fault = new IllegalStateException("a fault");
        handle((j, progress) -> {
            throw fault;
        });
        assertThat(faults).containsExactly(fault);
        assertThat(terminal(job).outcome()).isEqualTo(new JobOutcome.Failed(OutcomeCode.Failure.INTERNAL, null));
        assertThat(depths()).isEqualTo(new Depths(0, 0, 1));
    }

    @Test
    void aJobTriedTooOftenIsGivenUpWithAnAnswer() throws InterruptedException {
        FetchJob job = send(Duration.ofDays(1));
        Delivery first = receive();
        handling((j, progress) -> DONE)
                .handle(new Delivery(
                        first.receipt(), first.group(), first.body(), JobHandling.MOST_ATTEMPTS + 1, first.sentAt()));
        assertThat(terminal(job).outcome()).isEqualTo(new JobOutcome.Failed(OutcomeCode.Failure.INTERNAL, null));
    }

    @Test
    void aMalformedJobIsAnsweredWhereItsIdCouldBeRead() throws InterruptedException {
        UUID id = UUID.randomUUID();
        queue.send(NewMessage.of("g", "d", MessageBody.of("{\"version\":1,\"job_id\":\"" + id + "\"}")));
        handle(DONE);
        assertThat(outcomes.terminal(id)).isPresent();
        assertThat(desk.deadLetters(1))
                .first()
                .satisfies(dead -> assertThat(dead.reason()).startsWith("invalid_job: "));
        assertThat(ran).isEmpty();
    }

    @Test
    void aMessageThatIsNoJobAtAllIsSetAsideWithAReason() throws InterruptedException {
        queue.send(NewMessage.of("g", "d", MessageBody.of("not json")));
        handle(DONE);
        assertThat(depths()).isEqualTo(new Depths(0, 0, 1));
    }

    @ParameterizedTest
    @EnumSource
    void aJobWhoseGrantIsRefusedIsSetAsideWithTheReasonAndNotRun(GrantRefusal refusal) throws InterruptedException {
        grants = _ -> Optional.of(refusal);
        FetchJob job = send(Duration.ofMinutes(5));
        handle(DONE);
        assertThat(ran).isEmpty();
        assertThat(terminal(job).outcome()).isEqualTo(new JobOutcome.Failed(OutcomeCode.Failure.GRANT_REFUSED, null));
        assertThat(desk.deadLetters(1))
                .first()
                .satisfies(dead -> assertThat(dead.reason()).isEqualTo("grant_refused: " + refusal.wireName()));
        assertThat(audit.events())
                .containsExactly(new AuditEvent.GrantRefused(
                        new AuditedJob(job.jobId(), job.key(), job.provider()), refusal.wireName()));
    }

    @Test
    void aRefusalStandsThoughItCannotBeAudited() throws InterruptedException {
        audit.breakDown();
        grants = _ -> Optional.of(GrantRefusal.SCOPE);
        FetchJob job = send(Duration.ofMinutes(5));
        handle(DONE);
        assertThat(terminal(job).outcome()).isEqualTo(new JobOutcome.Failed(OutcomeCode.Failure.GRANT_REFUSED, null));
        assertThat(depths()).isEqualTo(new Depths(0, 0, 1));
    }

    @Test
    void askingAgainForTheReasonUsesNoGrantUp() throws InterruptedException {
        grants = new GrantCheck() {
            @Override
            public Optional<GrantRefusal> refusal(FetchJob job) {
                throw new AssertionError("this would use the grant");
            }

            @Override
            public Optional<GrantRefusal> reason(FetchJob job) {
                return Optional.of(GrantRefusal.REPLAYED);
            }
        };
        FetchJob job = send(Duration.ofMinutes(5));
        OutcomeEvent told = OutcomeEvent.terminal(
                job, new JobOutcome.Failed(OutcomeCode.Failure.GRANT_REFUSED, null), 1, Timings.NONE);
        outcomes.publish(job.jobId(), true, MessageBody.of(new OutcomeWriter().write(told)));
        handle(DONE);
        assertThat(desk.deadLetters(1))
                .first()
                .satisfies(dead -> assertThat(dead.reason()).isEqualTo("grant_refused: replayed"));
    }

    @Test
    void aRefusedJobThatComesAgainIsSetAsideWithTheSameReason() throws InterruptedException {
        grants = _ -> Optional.of(GrantRefusal.TENANT);
        FetchJob job = send(Duration.ofMinutes(5));
        OutcomeEvent told = OutcomeEvent.terminal(
                job, new JobOutcome.Failed(OutcomeCode.Failure.GRANT_REFUSED, null), 1, Timings.NONE);
        outcomes.publish(job.jobId(), true, MessageBody.of(new OutcomeWriter().write(told)));
        handle(DONE);
        assertThat(desk.deadLetters(1))
                .first()
                .satisfies(dead -> assertThat(dead.reason()).isEqualTo("grant_refused: tenant"));
    }

    @Test
    void aJobWhoseGrantCannotBeJudgedNowIsNeitherRunNorRefused() throws InterruptedException {
        grants = _ -> {
            throw new IllegalStateException("the keys cannot be read");
        };
        FetchJob job = send(Duration.ofMinutes(5));
        handle(DONE);
        assertThat(ran).isEmpty();
        assertThat(outcomes.terminal(job.jobId())).isEmpty();
        clock.pass(VISIBILITY);
        grants = GrantCheck.NONE;
        handle(DONE);
        assertThat(terminal(job).outcome()).isEqualTo(DONE);
    }

    private FetchJob send(Duration untilDeadline) {
        FetchJob job = new FetchJob(
                1,
                UUID.randomUUID(),
                JobKind.FETCH,
                "client",
                "ada",
                "fake",
                new ResourceQuery.Whole(Resource.COMPANY),
                0,
                false,
                clock.instant().plus(untilDeadline),
                null,
                null);
        queue.send(NewMessage.of("ada", job.jobId().toString(), MessageBody.of(new JobWriter().write(job))));
        return job;
    }

    private Delivery receive() throws InterruptedException {
        return queue.receive(1, VISIBILITY, Duration.ZERO).getFirst();
    }

    private void handle(JobOutcome outcome) throws InterruptedException {
        handle((job, progress) -> outcome);
    }

    private void handle(JobStory story) throws InterruptedException {
        handling(story).handle(receive());
    }

    private JobHandling handling(JobStory story) {
        JobStory noted = (job, progress) -> {
            ran.add(job);
            return story.run(job, progress);
        };
        return new JobHandling(
                queue,
                outcomes,
                new JobReader(),
                new OutcomeWriter(),
                grants,
                audit,
                noted,
                new LeaseKeeper(queue, VISIBILITY, VISIBILITY, clock),
                RetryPolicy.standard(),
                faults::add,
                clock);
    }

    private OutcomeEvent terminal(FetchJob job) {
        assertThat(outcomes.of(job.jobId()).stream().filter(LoggedOutcome::terminal))
                .hasSize(1);
        return event(outcomes.terminal(job.jobId()).orElseThrow());
    }

    private static OutcomeEvent event(MessageBody body) {
        return new OutcomeReader().read(body.bytes());
    }

    private Depths depths() {
        QueueDepths depths = desk.depths();
        return new Depths(depths.ready() + depths.inFlight(), depths.delayed(), depths.dead());
    }

    private record Depths(long waiting, long delayed, long dead) {}
}
