package dev.payfleet.worker.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import dev.payfleet.worker.job.JobProgress;
import dev.payfleet.worker.job.JobStory;
import dev.payfleet.worker.job.OutcomeCode;
import dev.payfleet.worker.job.OutcomeEvent;
import dev.payfleet.worker.job.TakenJob;
import dev.payfleet.worker.job.Timings;
import dev.payfleet.worker.queue.Delivery;
import dev.payfleet.worker.queue.LoggedOutcome;
import dev.payfleet.worker.queue.MessageBody;
import dev.payfleet.worker.queue.NewMessage;
import dev.payfleet.worker.queue.OutcomeCursor;
import dev.payfleet.worker.queue.QueueDepths;
import dev.payfleet.worker.queue.SettableClock;
import dev.payfleet.worker.queue.Turn;
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
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
                .handle(Turn.of(new Delivery(
                        first.receipt(), first.group(), first.body(), JobHandling.MOST_ATTEMPTS + 1, first.sentAt())));
        assertThat(terminal(job).outcome()).isEqualTo(new JobOutcome.Failed(OutcomeCode.Failure.INTERNAL, null));
    }

    @Test
    void anAnswerThatLiesInAMessageIsRefusedAndKeptNowhere() throws InterruptedException {
        UUID id = UUID.randomUUID();
        queue.send(NewMessage.of(
                "g", "d", MessageBody.of("{\"version\":1,\"job_id\":\"" + id + "\",\"answer\":\"123456\"}")));
        handle(DONE);
        assertThat(outcomes.terminal(id)).isPresent();
        assertThat(desk.deadLetters(1)).isEmpty();
        assertThat(desk.depths().ready()).isZero();
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

    @Test
    void jobsThatWaitTogetherAreRunTogetherAndEachIsAnsweredOnce() throws InterruptedException {
        List<FetchJob> jobs = send(4, JobKind.FETCH);
        Together story = new Together(job -> DONE);
        handle(story);
        assertThat(story.companies).containsExactly(jobs);
        jobs.forEach(job -> assertThat(terminal(job).outcome()).isEqualTo(DONE));
        assertThat(depths()).isEqualTo(new Depths(0, 0, 0));
    }

    @Test
    void otherKindsSplitATurnAndAreRunInTheirPlace() throws InterruptedException {
        List<FetchJob> before = send(2, JobKind.FETCH);
        List<FetchJob> between = send(1, JobKind.DISCONNECT);
        List<FetchJob> after = send(2, JobKind.FETCH);
        Together story = new Together(job -> DONE);
        handle(story);
        assertThat(story.companies).containsExactly(before, after);
        assertThat(ran).containsExactlyElementsOf(between);
        assertThat(published()).containsExactlyElementsOf(ids(Stream.of(before, between, after)));
    }

    @Test
    void ofJobsThatWaitTogetherThoseThatAreToWaitGoBackAndTheOthersAreSettled() throws InterruptedException {
        List<FetchJob> jobs = send(4, JobKind.FETCH);
        JobOutcome later = new JobOutcome.RetryLater(OutcomeCode.Retry.PROVIDER_UNAVAILABLE, Duration.ofSeconds(20));
        handle(new Together(job -> jobs.indexOf(job) % 2 == 0 ? later : DONE));
        assertThat(terminal(jobs.get(1)).outcome()).isEqualTo(DONE);
        assertThat(terminal(jobs.get(3)).outcome()).isEqualTo(DONE);

        clock.pass(Duration.ofMinutes(1));
        Together again = new Together(job -> DONE);
        handle(again);
        assertThat(again.companies).containsExactly(List.of(jobs.get(0), jobs.get(2)));
        assertThat(outcomes.of(jobs.get(2).jobId())).hasSize(2);
        assertThat(terminal(jobs.get(2)).attempt()).isEqualTo(2);
    }

    @Test
    void whatWaitsBehindAJobThatGoesBackIsNotBegunAndNotCountedAsTried() throws InterruptedException {
        send(2, JobKind.FETCH);
        FetchJob behind = send(1, JobKind.REFRESH).getFirst();
        handle(new Together(
                job -> new JobOutcome.RetryLater(OutcomeCode.Retry.PROVIDER_UNAVAILABLE, Duration.ofSeconds(20))));
        assertThat(ran).isEmpty();

        clock.pass(Duration.ofMinutes(1));
        handle(new Together(job -> DONE));
        assertThat(terminal(behind).attempt()).isEqualTo(1);
    }

    @Test
    void eachJobOfATurnHasItsOwnGrantCheckAndItsOwnEarlierAnswer() throws InterruptedException {
        List<FetchJob> jobs = send(3, JobKind.FETCH);
        grants = job -> job.equals(jobs.get(0)) ? Optional.of(GrantRefusal.TENANT) : Optional.empty();
        OutcomeEvent told = OutcomeEvent.terminal(jobs.get(1), DONE, 1, Timings.NONE);
        outcomes.publish(jobs.get(1).jobId(), true, MessageBody.of(new OutcomeWriter().write(told)));
        handle(DONE);
        assertThat(ran).containsExactly(jobs.get(2));
        assertThat(terminal(jobs.get(0)).outcome())
                .isEqualTo(new JobOutcome.Failed(OutcomeCode.Failure.GRANT_REFUSED, null));
        assertThat(depths()).isEqualTo(new Depths(0, 0, 1));
    }

    @Test
    void aMessageInTheMiddleThatIsNoJobIsSetAsideAndTheRestGoesOn() throws InterruptedException {
        FetchJob first = send(Duration.ofMinutes(5));
        queue.send(NewMessage.of("ada", "d", MessageBody.of("not json")));
        FetchJob last = send(Duration.ofMinutes(5));
        handle(DONE);
        assertThat(ran).containsExactly(first, last);
        assertThat(depths()).isEqualTo(new Depths(0, 0, 1));
    }

    @Test
    void aFaultOfOneAmongSeveralIsFoundByDoingThemOneByOne() throws InterruptedException {
        List<FetchJob> jobs = send(3, JobKind.FETCH);
        handle(new Together(job -> {
            if (job.equals(jobs.get(1))) {
                throw new IllegalStateException("a fault");
            }
            return DONE;
        }));
        assertThat(terminal(jobs.get(0)).outcome()).isEqualTo(DONE);
        assertThat(terminal(jobs.get(1)).outcome())
                .isEqualTo(new JobOutcome.Failed(OutcomeCode.Failure.INTERNAL, null));
        assertThat(terminal(jobs.get(2)).outcome()).isEqualTo(DONE);
    }

    @Test
    void whatCameOftenIsWorkedOnByItselfAndOnlyTheOldestIsGivenUp() throws InterruptedException {
        List<FetchJob> jobs = send(3, JobKind.FETCH);
        Turn turn = queue.receive(10, VISIBILITY, Duration.ZERO).getFirst();
        Together story = new Together(job -> DONE);
        handling(story)
                .handle(new Turn(
                        turn.group(),
                        turn.deliveries().stream()
                                .map(each -> received(each, JobHandling.MOST_ATTEMPTS + 1))
                                .toList()));
        assertThat(terminal(jobs.get(0)).outcome())
                .isEqualTo(new JobOutcome.Failed(OutcomeCode.Failure.INTERNAL, null));
        assertThat(ran).containsExactly(jobs.get(1), jobs.get(2));
        assertThat(story.companies).isEmpty();
    }

    @Test
    void aWorkerThatLostTheLeaseWhileItWorkedBeginsNothingElseOfTheTurn() throws InterruptedException {
        List<FetchJob> jobs = send(2, JobKind.DISCONNECT);
        handle((job, progress) -> {
            clock.pass(VISIBILITY.plusSeconds(1));
            return DONE;
        });
        assertThat(ran).containsExactly(jobs.getFirst());
        handle(DONE);
        assertThat(ran).containsExactly(jobs.get(0), jobs.get(1));
        jobs.forEach(job -> assertThat(terminal(job).outcome()).isEqualTo(DONE));
    }

    @Test
    void whatAKilledWorkerHadNotSettledIsAllThatComesAgain() throws InterruptedException {
        List<FetchJob> jobs = send(3, JobKind.DISCONNECT);
        assertThatThrownBy(() -> handle((job, progress) -> {
                    if (job.equals(jobs.get(1))) {
                        throw new AssertionError("killed");
                    }
                    return DONE;
                }))
                .isInstanceOf(AssertionError.class);
        clock.pass(VISIBILITY);
        handle(DONE);
        assertThat(ran).containsExactly(jobs.get(0), jobs.get(1), jobs.get(1), jobs.get(2));
        assertThat(published()).containsExactlyElementsOf(ids(Stream.of(jobs)));
    }

    private static Delivery received(Delivery delivery, int attempt) {
        return new Delivery(delivery.receipt(), delivery.group(), delivery.body(), attempt, delivery.sentAt());
    }

    private List<FetchJob> send(int count, JobKind kind) {
        return IntStream.range(0, count)
                .mapToObj(_ -> send(kind, Duration.ofMinutes(5)))
                .toList();
    }

    private static List<UUID> ids(Stream<List<FetchJob>> jobs) {
        return jobs.flatMap(List::stream).map(FetchJob::jobId).toList();
    }

    /// Whose events there are, in the order in which they were told.
    private List<UUID> published() throws InterruptedException {
        return outcomes.since(OutcomeCursor.START, 100, Duration.ZERO).events().stream()
                .map(LoggedOutcome::jobId)
                .toList();
    }

    /// A story that notes which jobs were given to it together.
    private static final class Together implements JobStory {
        private final List<List<FetchJob>> companies = new ArrayList<>();
        private final Function<FetchJob, JobOutcome> outcome;

        Together(Function<FetchJob, JobOutcome> outcome) {
            this.outcome = outcome;
        }

        @Override
        public JobOutcome run(FetchJob job, JobProgress progress) {
            return outcome.apply(job);
        }

        @Override
        public List<JobOutcome> runTogether(List<TakenJob> jobs) {
            companies.add(jobs.stream().map(TakenJob::job).toList());
            return JobStory.super.runTogether(jobs);
        }
    }

    private FetchJob send(Duration untilDeadline) {
        return send(JobKind.FETCH, untilDeadline);
    }

    private FetchJob send(JobKind kind, Duration untilDeadline) {
        FetchJob job = new FetchJob(
                1,
                UUID.randomUUID(),
                kind,
                "client",
                "ada",
                "fake",
                kind == JobKind.FETCH ? new ResourceQuery.Whole(Resource.COMPANY) : null,
                0,
                false,
                clock.instant().plus(untilDeadline),
                null,
                null);
        queue.send(NewMessage.of("ada", job.jobId().toString(), MessageBody.of(new JobWriter().write(job))));
        return job;
    }

    private Delivery receive() throws InterruptedException {
        return queue.receive(1, VISIBILITY, Duration.ZERO).getFirst().first();
    }

    private void handle(JobOutcome outcome) throws InterruptedException {
        handle((job, progress) -> outcome);
    }

    private void handle(JobStory story) throws InterruptedException {
        handling(story).handle(queue.receive(10, VISIBILITY, Duration.ZERO).getFirst());
    }

    private JobHandling handling(JobStory story) {
        JobStory noted = new JobStory() {
            @Override
            public JobOutcome run(FetchJob job, JobProgress progress) {
                ran.add(job);
                return story.run(job, progress);
            }

            @Override
            public List<JobOutcome> runTogether(List<TakenJob> jobs) {
                return story instanceof Together ? story.runTogether(jobs) : JobStory.super.runTogether(jobs);
            }
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
