package dev.payfleet.worker.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.payfleet.provider.ProviderCatalog;
import dev.payfleet.provider.Resource;
import dev.payfleet.provider.ResourceQuery;
import dev.payfleet.provider.Tier;
import dev.payfleet.provider.Trouble;
import dev.payfleet.scrub.KnownSecrets;
import dev.payfleet.session.AttemptOutcome;
import dev.payfleet.session.ConnectionKey;
import dev.payfleet.session.Credential;
import dev.payfleet.session.Secret;
import dev.payfleet.session.embedded.EmbeddedSessions;
import dev.payfleet.session.embedded.KeyFile;
import dev.payfleet.sqlite.SqliteFile;
import dev.payfleet.worker.audit.AuditEvent;
import dev.payfleet.worker.audit.AuditedJob;
import dev.payfleet.worker.audit.NotedAudit;
import dev.payfleet.worker.evidence.embedded.FolderEvidenceStore;
import dev.payfleet.worker.queue.SettableClock;
import dev.payfleet.worker.wire.ChallengeMessages;
import dev.payfleet.worker.wire.JobReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The way of a job, told over real embedded stores and a fake site.
class JobRunnerTest {
    private static final ConnectionKey ADA = new ConnectionKey("client", "ada");
    private static final ResourceQuery PAYRUNS =
            new ResourceQuery.Between(Resource.PAYRUNS, FakeProvider.PAID.minusMonths(6), FakeProvider.PAID);

    private final SettableClock clock = SettableClock.atSomeMoment();
    private final FakeSite site = new FakeSite(clock);
    private Optional<Instant> carriedEnd = Optional.empty();
    private final NotedAudit audit = new NotedAudit();
    private SqliteFile file;
    private EmbeddedSessions stores;
    private JobRunner runner;

    @BeforeEach
    void open(@TempDir Path home) {
        file = SqliteFile.open(home.resolve("payfleet.db"));
        stores = EmbeddedSessions.open(file, KeyFile.readOrCreate(home.resolve("key")));
        runner = JobRunner.of(
                ProviderCatalog.of(List.of(new FakeProvider())),
                new JobRunner.Shelves(
                        stores.connections(),
                        stores.sessions(),
                        stores.trusts(),
                        stores.ledger(),
                        stores.results(),
                        stores.challenges(),
                        audit),
                site,
                site,
                (resource, records) -> (resource + " " + records.size()).getBytes(StandardCharsets.UTF_8),
                new ChallengeMessages(new JobReader()),
                new KnownSecrets(),
                new Departure(
                        new Departure.Places(
                                stores.connections(),
                                stores.sessions(),
                                new FolderEvidenceStore(home.resolve("evidence")),
                                new NothingQueued(),
                                stores.departures()),
                        SignOuts.NO_WAY_OUT,
                        audit,
                        clock),
                (_, _) -> carriedEnd,
                Duration.ofHours(1),
                clock);
        connectWith(FakeSite.PASSWORD);
    }

    @AfterEach
    void close() {
        file.close();
    }

    @Test
    void withoutASessionOneSignInIsSpentAndTheRestIsReadOverHttp() {
        assertThat(source(run(fetch(PAYRUNS, 0)))).isEqualTo(Tier.HTTP);
        assertThat(source(run(fetch(PAYRUNS, 0)))).isEqualTo(Tier.HTTP);
        assertThat(site.submits()).isEqualTo(1);
        assertThat(site.pageReads()).isZero();
    }

    @Test
    void aSignInIsAuditedFromTheCredentialToItsOutcome() {
        FetchJob job = fetch(PAYRUNS, 0);
        run(job);
        run(fetch(PAYRUNS, 0));
        AuditedJob audited = new AuditedJob(job.jobId(), ADA, "fake");
        long attempt = stores.ledger().attempts(ADA).getFirst().id();
        assertThat(audit.events())
                .containsExactly(
                        new AuditEvent.CredentialDecrypted(
                                audited,
                                new FakeProvider()
                                        .declaration()
                                        .origins()
                                        .getFirst()
                                        .toString()),
                        new AuditEvent.SignInAttempted(audited, attempt),
                        new AuditEvent.SignInSettled(audited, attempt, AttemptOutcome.SIGNED_IN));
    }

    @Test
    void noCredentialIsOpenedThatCannotBeAudited() {
        audit.breakDown();
        assertThat(run(fetch(PAYRUNS, 0)))
                .isEqualTo(new JobOutcome.RetryLater(OutcomeCode.Retry.TIMED_OUT, Duration.ZERO));
        assertThat(site.submits()).isZero();
        assertThat(stores.ledger().attempts(ADA)).isEmpty();
    }

    @Test
    void aResultThatIsFreshEnoughCostsNoVisit() {
        run(fetch(PAYRUNS, 0));
        assertThat(source(run(fetch(PAYRUNS, 600)))).isEqualTo(Tier.CACHE);
        assertThat(site.httpReads()).isEqualTo(1);
    }

    @Test
    void aResultOlderThanTheJobAcceptsIsReadAgain() {
        run(fetch(PAYRUNS, 0));
        clock.pass(Duration.ofSeconds(601));
        assertThat(source(run(fetch(PAYRUNS, 600)))).isEqualTo(Tier.HTTP);
    }

    @Test
    void anAgeOfZeroMeansLive() {
        run(fetch(PAYRUNS, 0));
        assertThat(source(run(fetch(PAYRUNS, 0)))).isEqualTo(Tier.HTTP);
        assertThat(site.httpReads()).isEqualTo(2);
    }

    @Test
    void aDifferentRangeIsADifferentQuestion() {
        run(fetch(PAYRUNS, 0));
        ResourceQuery other = new ResourceQuery.Between(Resource.PAYRUNS, FakeProvider.PAID, FakeProvider.PAID);
        assertThat(result(run(fetch(other, 600))).records()).isEqualTo(1);
        assertThat(site.httpReads()).isEqualTo(2);
    }

    @Test
    void aResourceThatOnlyAPageShowsIsReadByPage() {
        assertThat(source(run(fetch(new ResourceQuery.Whole(Resource.GROUPS), 0))))
                .isEqualTo(Tier.BROWSER);
    }

    @Test
    void aSessionThatEndedAtTheProviderIsReplacedInSilence() {
        run(fetch(PAYRUNS, 0));
        site.endSession();
        assertThat(run(fetch(PAYRUNS, 0))).isInstanceOf(JobOutcome.Succeeded.class);
        assertThat(site.submits()).isEqualTo(2);
    }

    @Test
    void aSessionInUseLivesOn() {
        for (int i = 0; i < 5; i++) {
            run(fetch(PAYRUNS, 0));
            clock.pass(Duration.ofMinutes(20));
        }
        assertThat(site.submits()).isEqualTo(1);
    }

    @Test
    void aSessionPastItsLifeIsNotEvenTried() {
        run(fetch(PAYRUNS, 0));
        clock.pass(Duration.ofMinutes(31));
        run(fetch(PAYRUNS, 0));
        assertThat(site.httpReads()).isEqualTo(2);
        assertThat(site.submits()).isEqualTo(2);
    }

    @Test
    void aSessionRefusedRightAfterItsSignInIsNotSignedInAgain() {
        site.endEverySessionAtOnce();
        assertThat(run(fetch(PAYRUNS, 0))).isEqualTo(new JobOutcome.Failed(OutcomeCode.Failure.ADAPTER_BROKEN, null));
        assertThat(site.submits()).isEqualTo(1);
    }

    @Test
    void aRejectedPasswordIsSubmittedOnce() {
        connectWith("wrong");
        assertThat(run(fetch(PAYRUNS, 0)))
                .isEqualTo(new JobOutcome.ActionRequired(OutcomeCode.Action.CREDENTIALS_REJECTED));
        assertThat(run(fetch(PAYRUNS, 0)))
                .isEqualTo(new JobOutcome.ActionRequired(OutcomeCode.Action.REAUTHENTICATION_REQUIRED));
        assertThat(run(fetch(PAYRUNS, 0)))
                .isEqualTo(new JobOutcome.ActionRequired(OutcomeCode.Action.REAUTHENTICATION_REQUIRED));
        assertThat(site.submits()).isEqualTo(1);
    }

    @Test
    void aNewPasswordArmsTheSignInAgain() {
        connectWith("wrong");
        run(fetch(PAYRUNS, 0));
        connectWith(FakeSite.PASSWORD);
        assertThat(run(fetch(PAYRUNS, 0))).isInstanceOf(JobOutcome.Succeeded.class);
    }

    @Test
    void attemptsOfUnknownOutcomeCountAsSpentAndStopShortOfTheLockOut() {
        site.afterSubmit(new NotNowException(
                OutcomeCode.Retry.WORKER_STOPPING, "the browser died", new IllegalStateException("gone")));
        for (int i = 0; i < 5; i++) {
            run(fetch(PAYRUNS, 0));
        }
        // The fake provider locks at three, so the second is not ours to risk.
        assertThat(site.submits()).isEqualTo(1);
    }

    @Test
    void aProviderThatWasDownBeforeTheSubmitCostsNoAttempt() {
        site.nextPageVisit(new VisitFailedException(
                new dev.payfleet.provider.ProviderException(new Trouble.Unavailable()), java.util.Optional.empty()));
        assertThat(run(fetch(PAYRUNS, 0)))
                .isEqualTo(new JobOutcome.RetryLater(OutcomeCode.Retry.PROVIDER_UNAVAILABLE, Duration.ZERO));
        assertThat(stores.ledger().attempts(ADA)).isEmpty();
    }

    @Test
    void aPageThatChangedIsOpenedInTheBrowserForEvidence() {
        run(fetch(PAYRUNS, 0));
        site.nextHttpRead(new Trouble.LayoutChanged("payruns", "the table of pay runs"));
        site.nextPageVisit(new Trouble.LayoutChanged("payruns", "the table of pay runs"), "ev-1");
        assertThat(run(fetch(PAYRUNS, 0))).isEqualTo(new JobOutcome.Failed(OutcomeCode.Failure.ADAPTER_BROKEN, "ev-1"));
    }

    @Test
    void aPageThatOnlyTheBrowserCanReadIsReadThere() {
        run(fetch(PAYRUNS, 0));
        site.nextHttpRead(new Trouble.LayoutChanged("payruns", "the table of pay runs"));
        assertThat(source(run(fetch(PAYRUNS, 0)))).isEqualTo(Tier.BROWSER);
    }

    @Test
    void aLaneThatIsLostSendsTheJobBack() {
        site.nextPageVisit(new NotNowException(
                OutcomeCode.Retry.WORKER_STOPPING, "the browser died", new IllegalStateException("gone")));
        assertThat(run(fetch(PAYRUNS, 0)))
                .isEqualTo(new JobOutcome.RetryLater(OutcomeCode.Retry.WORKER_STOPPING, Duration.ZERO));
    }

    @Test
    void whatTheProviderAsksToWaitIsHandedOn() {
        run(fetch(PAYRUNS, 0));
        site.nextHttpRead(new Trouble.RateLimited(Duration.ofSeconds(90)));
        assertThat(run(fetch(PAYRUNS, 0)))
                .isEqualTo(new JobOutcome.RetryLater(OutcomeCode.Retry.PROVIDER_RATE_LIMITED, Duration.ofSeconds(90)));
    }

    @Test
    void connectingAnswersWhoThePersonIs() {
        JobOutcome outcome = run(
                job(JobKind.CONNECT, null, 0, FakeProvider.ID, clock.instant().plusSeconds(60)));
        assertThat(result(outcome).records()).isEqualTo(1);
        assertThat(site.submits()).isEqualTo(1);
    }

    @Test
    void connectingTwiceWithOneCredentialSignsInOnce() {
        run(job(JobKind.CONNECT, null, 0, FakeProvider.ID, clock.instant().plusSeconds(60)));
        run(job(JobKind.CONNECT, null, 0, FakeProvider.ID, clock.instant().plusSeconds(60)));
        assertThat(site.submits()).isEqualTo(1);
    }

    @Test
    void connectingWithANewPasswordProvesItAlthoughTheOldSessionServes() {
        run(job(JobKind.CONNECT, null, 0, FakeProvider.ID, clock.instant().plusSeconds(60)));
        connectWith("wrong");
        assertThat(run(job(
                        JobKind.CONNECT,
                        null,
                        0,
                        FakeProvider.ID,
                        clock.instant().plusSeconds(60))))
                .isEqualTo(new JobOutcome.ActionRequired(OutcomeCode.Action.CREDENTIALS_REJECTED));
    }

    @Test
    void refreshingALiveSessionSignsInOnlyWhereItMust() {
        run(fetch(PAYRUNS, 0));
        JobOutcome outcome = run(
                job(JobKind.REFRESH, null, 0, FakeProvider.ID, clock.instant().plusSeconds(60)));
        assertThat(outcome).isEqualTo(new JobOutcome.Succeeded(null));
        assertThat(site.submits()).isEqualTo(1);
    }

    @Test
    void aLiveSessionIsRefreshedOverHttpAndHasAllOfItsLifeAgain() {
        run(fetch(PAYRUNS, 0));
        clock.pass(Duration.ofMinutes(5));
        int reads = site.httpReads();

        assertThat(run(refresh())).isEqualTo(new JobOutcome.Succeeded(null));

        assertThat(site.httpReads()).isEqualTo(reads + 1);
        assertThat(site.pageReads()).isZero();
        assertThat(expiry()).isEqualTo(clock.instant().plus(Duration.ofMinutes(30)));
    }

    @Test
    void whereHttpCannotTellThePageIsProbedAndNothingIsSignedIn() {
        run(fetch(PAYRUNS, 0));
        clock.pass(Duration.ofMinutes(5));
        site.nextHttpRead(new Trouble.LayoutChanged("probe", "a sign"));

        assertThat(run(refresh())).isEqualTo(new JobOutcome.Succeeded(null));

        assertThat(site.pageReads()).isEqualTo(1);
        assertThat(site.submits()).isEqualTo(1);
        assertThat(expiry()).isEqualTo(clock.instant().plus(Duration.ofMinutes(30)));
    }

    @Test
    void aSessionThatEndedAtTheProviderIsRefreshedByASignIn() {
        run(fetch(PAYRUNS, 0));
        site.endSession();

        assertThat(run(refresh())).isEqualTo(new JobOutcome.Succeeded(null));

        assertThat(site.submits()).isEqualTo(2);
    }

    @Test
    void aSessionWhoseLedgerForbidsASignInIsStillProbed() {
        run(fetch(PAYRUNS, 0));
        connectWith("wrong");
        site.endSession();
        run(refresh());
        assertThat(site.submits()).isEqualTo(2);

        assertThat(run(refresh())).isInstanceOf(JobOutcome.ActionRequired.class);

        assertThat(site.submits()).isEqualTo(2);
    }

    @Test
    void aSessionNeverLivesPastTheEndThatItCarries() {
        carriedEnd = Optional.of(clock.instant().plus(Duration.ofMinutes(12)));
        run(fetch(PAYRUNS, 0));
        assertThat(expiry()).isEqualTo(carriedEnd.orElseThrow());

        clock.pass(Duration.ofMinutes(5));
        run(refresh());

        assertThat(expiry()).isEqualTo(carriedEnd.orElseThrow());
        assertThat(site.submits()).isEqualTo(1);
    }

    @Test
    void aRefreshIsNobodysUseOfTheConnection() {
        run(fetch(PAYRUNS, 0));
        Instant used = clock.instant();
        clock.pass(Duration.ofMinutes(5));

        run(refresh());

        assertThat(stores.census().page(Optional.empty(), 10).marks())
                .singleElement()
                .satisfies(mark -> assertThat(mark.usedAt()).isEqualTo(used));
    }

    private FetchJob refresh() {
        return job(JobKind.REFRESH, null, 0, FakeProvider.ID, clock.instant().plusSeconds(60));
    }

    private Instant expiry() {
        return stores.sessions().find(ADA).orElseThrow().expiresAt();
    }

    @Test
    void disconnectingWipesAndALateJobIsToldSo() {
        run(fetch(PAYRUNS, 0));
        assertThat(run(job(
                        JobKind.DISCONNECT,
                        null,
                        0,
                        FakeProvider.ID,
                        clock.instant().plusSeconds(60))))
                .isEqualTo(new JobOutcome.Disconnected());
        assertThat(run(fetch(PAYRUNS, 600))).isEqualTo(new JobOutcome.Disconnected());
        assertThat(stores.connections().credential(ADA)).isEmpty();
    }

    @Test
    void aDeadlineInThePastIsAnsweredWithoutAVisit() {
        FetchJob late =
                job(JobKind.FETCH, PAYRUNS, 0, FakeProvider.ID, clock.instant().minusSeconds(1));
        assertThat(run(late)).isEqualTo(new JobOutcome.RetryLater(OutcomeCode.Retry.TIMED_OUT, Duration.ZERO));
        assertThat(site.submits()).isZero();
    }

    @Test
    void anUnknownProviderIsUnsupported() {
        FetchJob job = job(JobKind.FETCH, PAYRUNS, 0, "nobody", clock.instant().plusSeconds(60));
        assertThat(run(job)).isEqualTo(new JobOutcome.Unsupported(OutcomeCode.Unsupported.UNKNOWN_PROVIDER));
    }

    @Test
    void aResourceThatTheProviderLacksIsUnsupported() {
        assertThat(run(fetch(new ResourceQuery.Whole(Resource.COMPANY), 0)))
                .isEqualTo(new JobOutcome.Unsupported(OutcomeCode.Unsupported.RESOURCE_NOT_OFFERED));
    }

    @Test
    void aConnectionThatNobodyMadeAsksThePersonToSignIn() {
        FetchJob job = new FetchJob(
                1,
                UUID.randomUUID(),
                JobKind.FETCH,
                "client",
                "stranger",
                FakeProvider.ID,
                PAYRUNS,
                0,
                false,
                clock.instant().plusSeconds(60),
                null,
                null);
        assertThat(run(job)).isEqualTo(new JobOutcome.ActionRequired(OutcomeCode.Action.REAUTHENTICATION_REQUIRED));
    }

    @Test
    void aFaultOfOurOwnIsThrownAndNotDressedAsAnOutcome() {
        run(fetch(PAYRUNS, 0));
        site.nextPageVisit(new IllegalStateException("a fault"));
        assertThatThrownBy(() -> run(fetch(new ResourceQuery.Whole(Resource.GROUPS), 0)))
                .isInstanceOf(IllegalStateException.class);
    }

    private void connectWith(String password) {
        stores.connections()
                .connect(ADA, FakeProvider.ID, new Credential(Secret.of("ada"), Secret.of(password)), clock.instant());
    }

    private JobOutcome run(FetchJob job) {
        return runner.run(job, new JobProgress(clock));
    }

    private FetchJob fetch(ResourceQuery query, int maxAgeSeconds) {
        return job(
                JobKind.FETCH,
                query,
                maxAgeSeconds,
                FakeProvider.ID,
                clock.instant().plusSeconds(60));
    }

    private static FetchJob job(
            JobKind kind, ResourceQuery query, int maxAgeSeconds, String provider, Instant deadline) {
        return new FetchJob(
                1,
                UUID.randomUUID(),
                kind,
                "client",
                "ada",
                provider,
                query,
                maxAgeSeconds,
                false,
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
