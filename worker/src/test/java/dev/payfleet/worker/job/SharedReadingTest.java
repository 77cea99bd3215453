package dev.payfleet.worker.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.payfleet.provider.ChallengeKind;
import dev.payfleet.provider.ChallengePage;
import dev.payfleet.provider.ProviderCatalog;
import dev.payfleet.provider.ProviderException;
import dev.payfleet.provider.Resource;
import dev.payfleet.provider.ResourceQuery;
import dev.payfleet.provider.Tier;
import dev.payfleet.provider.Trouble;
import dev.payfleet.scrub.KnownSecrets;
import dev.payfleet.session.ConnectionKey;
import dev.payfleet.session.Credential;
import dev.payfleet.session.Secret;
import dev.payfleet.session.embedded.EmbeddedSessions;
import dev.payfleet.session.embedded.KeyFile;
import dev.payfleet.sqlite.SqliteFile;
import dev.payfleet.worker.evidence.embedded.FolderEvidenceStore;
import dev.payfleet.worker.job.JobProgress.Stage;
import dev.payfleet.worker.queue.SettableClock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Jobs of one connection that wait together, told over real embedded stores and a fake site that counts its visits.
class SharedReadingTest {
    private static final ConnectionKey ADA = new ConnectionKey("client", "ada");
    private static final JobOutcome BUSY = new JobOutcome.RetryLater(OutcomeCode.Retry.TIMED_OUT, Duration.ZERO);

    private final SettableClock clock = SettableClock.atSomeMoment();
    private final FakeSite site = new FakeSite(clock);
    private final ScriptedProvider provider = new ScriptedProvider();
    private List<TakenJob> taken = List.of();
    private SqliteFile file;
    private EmbeddedSessions stores;
    private JobRunner runner;

    @BeforeEach
    void open(@TempDir Path home) {
        file = SqliteFile.open(home.resolve("payfleet.db"));
        stores = EmbeddedSessions.open(file, KeyFile.readOrCreate(home.resolve("key")));
        runner = JobRunner.of(
                ProviderCatalog.of(List.of(provider)),
                StoryParts.shelves(stores),
                site,
                site,
                (resource, records) -> resource.wireName().getBytes(StandardCharsets.UTF_8),
                StoryParts.texts(),
                new KnownSecrets(),
                StoryParts.departure(stores, new FolderEvidenceStore(home.resolve("evidence")), clock),
                StoryParts.NO_END,
                Duration.ofHours(1),
                clock);
        connectWith(FakeSite.PASSWORD);
    }

    @AfterEach
    void close() {
        file.close();
    }

    @Test
    void jobsThatWaitTogetherCostOneSignInAndOneVisitPerTier() {
        List<JobOutcome> outcomes = run(
                live(Resource.GROUPS),
                live(Resource.PAYRUNS),
                live(Resource.WORK_LOCATIONS),
                live(Resource.COMPANY),
                live(Resource.TIME_OFF_ENTRIES));

        assertThat(outcomes)
                .extracting(SharedReadingTest::source)
                .containsExactly(Tier.BROWSER, Tier.HTTP, Tier.BROWSER, Tier.HTTP, Tier.HTTP);
        assertThat(site.submits()).isEqualTo(1);
        assertThat(site.httpReads()).isEqualTo(1);
        assertThat(site.pageReads()).isEqualTo(1);
    }

    @Test
    void equalQuestionsAreReadOnceAndAnswerAllThatAsked() {
        List<JobOutcome> outcomes = run(live(Resource.PAYRUNS), live(Resource.COMPANY), live(Resource.PAYRUNS));

        assertThat(provider.reads()).containsExactly("http payruns", "http company");
        assertThat(result(outcomes.get(2))).isEqualTo(result(outcomes.get(0)));
        assertThat(result(outcomes.get(1)).key())
                .isNotEqualTo(result(outcomes.get(0)).key());
    }

    @Test
    void aStoredResultServesWhomItIsFreshEnoughForAndNobodyElse() {
        run(live(Resource.PAYRUNS));
        clock.pass(Duration.ofSeconds(60));

        List<JobOutcome> outcomes = run(
                fetch(Resource.PAYRUNS, 600, inAnHour()),
                live(Resource.PAYRUNS),
                fetch(Resource.PAYRUNS, 30, inAnHour()));

        assertThat(outcomes).extracting(SharedReadingTest::source).containsExactly(Tier.CACHE, Tier.HTTP, Tier.HTTP);
        assertThat(provider.reads()).containsExactly("http payruns", "http payruns");
    }

    @Test
    void aJobThatIsTooLateIsNotReadForAndSpoilsNoOther() {
        List<JobOutcome> outcomes = run(
                fetch(Resource.PAYRUNS, 0, clock.instant().minusSeconds(1)),
                live(Resource.COMPANY),
                fetch(Resource.TIMESHEETS, 0, inAnHour()));

        assertThat(outcomes.get(0)).isEqualTo(BUSY);
        assertThat(source(outcomes.get(1))).isEqualTo(Tier.HTTP);
        assertThat(outcomes.get(2)).isEqualTo(new JobOutcome.Unsupported(OutcomeCode.Unsupported.RESOURCE_NOT_OFFERED));
        assertThat(provider.reads()).containsExactly("http company");
    }

    @Test
    void aDeadlineThatPassesWhileAnotherIsReadIsHeeded() {
        provider.during(Resource.PAYRUNS, () -> clock.pass(Duration.ofSeconds(30)));

        List<JobOutcome> outcomes = run(
                live(Resource.PAYRUNS),
                fetch(Resource.COMPANY, 0, clock.instant().plusSeconds(20)));

        assertThat(source(outcomes.get(0))).isEqualTo(Tier.HTTP);
        assertThat(outcomes.get(1)).isEqualTo(BUSY);
        assertThat(provider.reads()).containsExactly("http payruns");
    }

    @Test
    void aPageThatChangedEndsItsOwnQuestionAndTheRestIsReadInAFurtherVisit() {
        provider.fail(Resource.GROUPS, new ProviderException(new Trouble.LayoutChanged("groups", "a table")));

        List<JobOutcome> outcomes = run(live(Resource.GROUPS), live(Resource.WORK_LOCATIONS), live(Resource.GROUPS));

        JobOutcome broken = new JobOutcome.Failed(OutcomeCode.Failure.ADAPTER_BROKEN, null);
        assertThat(outcomes.get(0)).isEqualTo(broken);
        assertThat(source(outcomes.get(1))).isEqualTo(Tier.BROWSER);
        assertThat(outcomes.get(2)).isEqualTo(broken);
        assertThat(provider.reads()).containsExactly("page groups", "page work-locations");
        assertThat(site.submits()).isEqualTo(1);
    }

    @Test
    void whatTheProviderDoesNotOfferCostsNoFurtherVisit() {
        provider.fail(Resource.PAYRUNS, new ProviderException(new Trouble.NotOffered()));

        List<JobOutcome> outcomes = run(live(Resource.PAYRUNS), live(Resource.COMPANY));

        assertThat(outcomes.get(0)).isEqualTo(new JobOutcome.Unsupported(OutcomeCode.Unsupported.RESOURCE_NOT_OFFERED));
        assertThat(source(outcomes.get(1))).isEqualTo(Tier.HTTP);
        assertThat(site.httpReads()).isEqualTo(1);
    }

    @Test
    void whatHttpCannotReadAnyMoreIsReadByPageWithTheOthersThatNeedOne() {
        provider.during(Resource.COMPANY, () -> {
            if (provider.reads().getLast().startsWith("http")) {
                throw new ProviderException(new Trouble.LayoutChanged("company", "a heading"));
            }
        });

        List<JobOutcome> outcomes = run(live(Resource.COMPANY), live(Resource.GROUPS), live(Resource.PAYRUNS));

        assertThat(outcomes)
                .extracting(SharedReadingTest::source)
                .containsExactly(Tier.BROWSER, Tier.BROWSER, Tier.HTTP);
        assertThat(site.pageReads()).isEqualTo(1);
    }

    @Test
    void aSessionThatEndsMidwayIsReplacedOnceAndTheRestIsReadOn() {
        run(live(Resource.PAYRUNS));
        provider.reads().clear();
        endsOnce(Resource.COMPANY, new Trouble.SignedOut());

        List<JobOutcome> outcomes =
                run(live(Resource.PAYRUNS), live(Resource.COMPANY), live(Resource.TIME_OFF_ENTRIES));

        assertThat(outcomes).extracting(SharedReadingTest::source).containsOnly(Tier.HTTP);
        assertThat(provider.reads())
                .containsExactly("http payruns", "http company", "http company", "http time-off-entries");
        assertThat(site.submits()).isEqualTo(2);
    }

    @Test
    void aSessionThatEndsAgainIsLeftToAnotherTurn() {
        provider.fail(Resource.COMPANY, new ProviderException(new Trouble.SignedOut()));

        List<JobOutcome> outcomes =
                run(live(Resource.PAYRUNS), live(Resource.COMPANY), live(Resource.TIME_OFF_ENTRIES));

        assertThat(source(outcomes.get(0))).isEqualTo(Tier.HTTP);
        assertThat(outcomes.subList(1, 3)).containsOnly(BUSY);
        assertThat(site.submits()).isEqualTo(1);
    }

    @Test
    void noSecondSignInIsSpentWhenAPageEndsTheSessionThatHttpHadToBeginWith() {
        provider.fail(Resource.GROUPS, new ProviderException(new Trouble.SignedOut()));

        List<JobOutcome> outcomes = run(live(Resource.PAYRUNS), live(Resource.GROUPS));

        assertThat(source(outcomes.get(0))).isEqualTo(Tier.HTTP);
        assertThat(outcomes.get(1)).isEqualTo(BUSY);
        assertThat(site.submits()).isEqualTo(1);
    }

    @Test
    void troubleOfTheProviderIsMetOnceAndIsTheOutcomeOfAllThatRemain() {
        provider.fail(Resource.COMPANY, new ProviderException(new Trouble.RateLimited(Duration.ofSeconds(40))));

        List<JobOutcome> outcomes = run(
                live(Resource.PAYRUNS), live(Resource.COMPANY), live(Resource.TIME_OFF_ENTRIES), live(Resource.GROUPS));

        assertThat(source(outcomes.get(0))).isEqualTo(Tier.HTTP);
        assertThat(outcomes.subList(1, 4))
                .containsOnly(
                        new JobOutcome.RetryLater(OutcomeCode.Retry.PROVIDER_RATE_LIMITED, Duration.ofSeconds(40)));
        assertThat(provider.reads()).containsExactly("http payruns", "http company");
        assertThat(site.pageReads()).isZero();
    }

    @Test
    void aSessionThatSomebodyTookOverIsLeftToThem() {
        run(live(Resource.PAYRUNS));
        endsOnce(Resource.COMPANY, new Trouble.SessionTakenOver());

        List<JobOutcome> outcomes = run(live(Resource.COMPANY), live(Resource.PAYRUNS));

        assertThat(outcomes)
                .allSatisfy(outcome -> assertThat(outcome.code()).isEqualTo(OutcomeCode.Retry.ACCOUNT_BUSY));
        assertThat(site.submits()).isEqualTo(1);
    }

    @Test
    void aRejectedPasswordIsSubmittedOnceForAll() {
        connectWith("wrong");

        assertThat(run(live(Resource.PAYRUNS), live(Resource.COMPANY), live(Resource.GROUPS)))
                .containsOnly(new JobOutcome.ActionRequired(OutcomeCode.Action.CREDENTIALS_REJECTED));
        assertThat(site.submits()).isEqualTo(1);
    }

    @Test
    void aSignInPageThatChangedIsNotBlamedOnAQuestionAndNotTriedAgainForTheNext() {
        for (int i = 0; i < 2; i++) {
            site.nextPageVisit(new Trouble.LayoutChanged("sign-in", "a form"), "ev-" + i);
        }

        assertThat(run(live(Resource.PAYRUNS), live(Resource.COMPANY)))
                .containsOnly(new JobOutcome.Failed(OutcomeCode.Failure.ADAPTER_BROKEN, "ev-0"));
    }

    @Test
    void aChallengeIsThatOfTheJobWhosePersonIsThereAndAllAreToldOfIt() {
        site.nextPageVisit(challenge(), "ev");

        List<JobOutcome> outcomes = run(live(Resource.PAYRUNS), attended(Resource.COMPANY), attended(Resource.GROUPS));

        assertThat(outcomes)
                .allSatisfy(outcome -> assertThat(outcome)
                        .isInstanceOfSatisfying(
                                JobOutcome.Challenged.class,
                                challenged -> assertThat(challenged.challenge().id())
                                        .isEqualTo(taken.get(1).job().jobId())));
    }

    @Test
    void aPersonWhoWithdrewIsToldSoForEveryJob() {
        runner.run(job(JobKind.DISCONNECT, null, 0, inAnHour(), false), new JobProgress(clock));

        assertThat(run(live(Resource.PAYRUNS), live(Resource.COMPANY))).containsOnly(new JobOutcome.Disconnected());
    }

    @Test
    void aFaultOfOurOwnIsThrownSoThatTheJobsAreDoneOneByOne() {
        run(live(Resource.PAYRUNS));
        site.nextPageVisit(new IllegalStateException("a fault"));

        assertThatThrownBy(() -> run(live(Resource.GROUPS), live(Resource.PAYRUNS)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void eachJobIsChargedItsOwnReadingAndWaitsForTheOthers() {
        run(live(Resource.TIME_OFF_ENTRIES));
        provider.during(Resource.PAYRUNS, () -> clock.pass(Duration.ofSeconds(3)));
        provider.during(Resource.COMPANY, () -> clock.pass(Duration.ofSeconds(5)));

        run(live(Resource.PAYRUNS), live(Resource.COMPANY), live(Resource.PAYRUNS));

        assertThat(taken)
                .extracting(job -> job.progress().spent(Stage.READ))
                .containsExactly(Duration.ofSeconds(3), Duration.ofSeconds(5), Duration.ZERO);
        assertThat(taken)
                .extracting(job -> job.progress().spent(Stage.QUEUED))
                .containsExactly(Duration.ofSeconds(5), Duration.ofSeconds(3), Duration.ofSeconds(8));
        assertThat(taken)
                .extracting(job -> job.progress().elapsed())
                .containsExactly(Duration.ofSeconds(3), Duration.ofSeconds(5), Duration.ZERO);
    }

    private Trouble challenge() {
        ChallengePage page = ChallengePage.typed(
                ChallengeKind.OTP_SMS, "Which code did you get?", Duration.ofMinutes(5), "#code", "button");
        return new Trouble.ChallengeAsked(page, "Which code did you get?", List.of(), inAnHour());
    }

    private void endsOnce(Resource resource, Trouble trouble) {
        provider.during(resource, () -> {
            provider.during(resource, () -> {});
            throw new ProviderException(trouble);
        });
    }

    private void connectWith(String password) {
        stores.connections()
                .connect(ADA, FakeProvider.ID, new Credential(Secret.of("ada"), Secret.of(password)), clock.instant());
    }

    private List<JobOutcome> run(FetchJob... jobs) {
        JobProgress turn = new JobProgress(clock);
        taken = Stream.of(jobs).map(job -> new TakenJob(job, turn.fellow())).toList();
        return runner.runTogether(taken);
    }

    private FetchJob live(Resource resource) {
        return fetch(resource, 0, inAnHour());
    }

    private FetchJob attended(Resource resource) {
        return job(JobKind.FETCH, query(resource), 0, inAnHour(), true);
    }

    private static FetchJob fetch(Resource resource, int maxAgeSeconds, Instant deadline) {
        return job(JobKind.FETCH, query(resource), maxAgeSeconds, deadline, false);
    }

    private static ResourceQuery query(Resource resource) {
        return switch (resource) {
            case PAYRUNS, TIMESHEETS, TIME_OFF_ENTRIES ->
                new ResourceQuery.Between(resource, FakeProvider.PAID.minusMonths(6), FakeProvider.PAID);
            default -> new ResourceQuery.Whole(resource);
        };
    }

    private Instant inAnHour() {
        return clock.instant().plus(Duration.ofHours(1));
    }

    private static FetchJob job(
            JobKind kind, ResourceQuery query, int maxAgeSeconds, Instant deadline, boolean attended) {
        return new FetchJob(
                1,
                UUID.randomUUID(),
                kind,
                "client",
                "ada",
                FakeProvider.ID,
                query,
                maxAgeSeconds,
                attended,
                deadline,
                null,
                null);
    }

    private static ResultRef result(JobOutcome outcome) {
        assertThat(outcome).isInstanceOf(JobOutcome.Succeeded.class);
        return ((JobOutcome.Succeeded) outcome).result();
    }

    private static Tier source(JobOutcome outcome) {
        return result(outcome).source();
    }
}
