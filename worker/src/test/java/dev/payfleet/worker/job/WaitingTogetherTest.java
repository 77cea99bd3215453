package dev.payfleet.worker.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.payfleet.fixture.larkspur.LarkspurPeople;
import dev.payfleet.fixture.larkspur.LarkspurPerson;
import dev.payfleet.fixture.larkspur.LarkspurSite;
import dev.payfleet.fixture.larkspur.SiteOptions;
import dev.payfleet.fixture.meridian.MeridianOptions;
import dev.payfleet.fixture.meridian.MeridianPeople;
import dev.payfleet.fixture.meridian.MeridianPerson;
import dev.payfleet.fixture.meridian.MeridianSite;
import dev.payfleet.provider.Origin;
import dev.payfleet.provider.PayrollProvider;
import dev.payfleet.provider.ProviderCatalog;
import dev.payfleet.provider.Resource;
import dev.payfleet.provider.ResourceQuery;
import dev.payfleet.provider.Tier;
import dev.payfleet.scrub.KnownSecrets;
import dev.payfleet.session.ConnectionKey;
import dev.payfleet.session.Credential;
import dev.payfleet.session.Secret;
import dev.payfleet.session.embedded.EmbeddedSessions;
import dev.payfleet.session.embedded.KeyFile;
import dev.payfleet.sqlite.SqliteFile;
import dev.payfleet.worker.browser.ChromiumSandbox;
import dev.payfleet.worker.browser.EvidenceCapture;
import dev.payfleet.worker.browser.HeldVisits;
import dev.payfleet.worker.browser.LaneConfig;
import dev.payfleet.worker.browser.LanePageVisits;
import dev.payfleet.worker.browser.Lanes;
import dev.payfleet.worker.egress.EgressPool;
import dev.payfleet.worker.egress.PoliteGates;
import dev.payfleet.worker.egress.StandIns;
import dev.payfleet.worker.evidence.embedded.FolderEvidenceStore;
import dev.payfleet.worker.http.RelayedHttpVisits;
import dev.payfleet.worker.wire.ResultWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Jobs that wait together, with real sites, real visits over HTTP and a real browser: what the sites counted is what
/// it cost.
@Timeout(180)
class WaitingTogetherTest {
    private static final Path HOME = Path.of("target", "lanes-home").toAbsolutePath();
    private static final ConnectionKey ADA = new ConnectionKey("client", "ada");
    private static final LocalDate TODAY = LarkspurPeople.USUAL_DAY;
    private static final List<ResourceQuery> FIVE = List.of(
            new ResourceQuery.Whole(Resource.COMPANY),
            new ResourceQuery.Whole(Resource.GROUPS),
            new ResourceQuery.Between(Resource.PAYRUNS, TODAY.minusMonths(6), TODAY),
            new ResourceQuery.Whole(Resource.WORK_LOCATIONS),
            new ResourceQuery.Whole(Resource.GROUPS));

    private static final LarkspurSite LARKSPUR = LarkspurSite.start(SiteOptions.of(LarkspurPeople.of(5, 1)));
    private static final MeridianSite MERIDIAN = MeridianSite.start(MeridianOptions.of(MeridianPeople.of(5, 1)));
    private static final LarkspurPerson LARK = LarkspurPeople.of(5, 1).get(0);
    private static final MeridianPerson MERI = MeridianPeople.of(5, 1).get(0);

    private static Lanes lanes;

    private final Clock clock = Clock.systemUTC();
    private SqliteFile file;
    private EmbeddedSessions stores;
    private RelayedHttpVisits http;
    private CountedVisits visits;
    private Path evidence;

    @BeforeAll
    static void openLane() {
        lanes = new Lanes(LaneConfig.usual(1, HOME).withSandbox(ChromiumSandbox.possible()), Clock.systemUTC());
        lanes.start();
    }

    @AfterAll
    static void closeAll() {
        lanes.close();
        LARKSPUR.close();
        MERIDIAN.close();
    }

    @BeforeEach
    void open(@TempDir Path home) {
        file = SqliteFile.open(home.resolve("payfleet.db"));
        stores = EmbeddedSessions.open(file, KeyFile.readOrCreate(home.resolve("key")));
        evidence = home.resolve("evidence");
        KnownSecrets secrets = new KnownSecrets();
        StandIns standIns = new StandIns(Map.of(
                origin("larkspur"), Origin.of(LARKSPUR.origin()), origin("meridian"), Origin.of(MERIDIAN.origin())));
        EgressPool egress = EgressPool.direct();
        PoliteGates gates = new PoliteGates();
        http = new RelayedHttpVisits(egress, gates, standIns, secrets, clock);
        LanePageVisits pages = new LanePageVisits(
                lanes,
                egress,
                gates,
                standIns,
                new EvidenceCapture(new FolderEvidenceStore(evidence), clock),
                secrets,
                new HeldVisits(),
                Duration.ofSeconds(60),
                clock);
        visits = new CountedVisits(http, pages);
        LARKSPUR.expireAllSessions();
        LARKSPUR.restoreLayout(LARK.userName());
    }

    @AfterEach
    void close() {
        http.close();
        file.close();
    }

    @Test
    void fiveJobsOfLarkspurCostOneSignInAndOneVisitByHttp() {
        int posts = LARKSPUR.counts().signInPosts();

        List<JobOutcome> outcomes = together(provider("larkspur"), LARK.userName(), LARK.password());

        assertThat(outcomes).extracting(WaitingTogetherTest::source).containsOnly(Tier.HTTP);
        assertThat(LARKSPUR.counts().signInPosts() - posts).isEqualTo(1);
        assertThat(visits.http()).isEqualTo(1);
        assertThat(visits.pages()).isZero();
    }

    @Test
    void anEqualQuestionReachesTheSiteOnce() {
        PayrollProvider larkspur = provider("larkspur");
        List<JobOutcome> outcomes = together(larkspur, LARK.userName(), LARK.password());
        int once = LARKSPUR.counts(LARK.userName()).requests();
        run(larkspur, Stream.generate(() -> FIVE.get(1)).limit(5).toList());
        int groups = LARKSPUR.counts(LARK.userName()).requests() - once;
        run(larkspur, List.of(FIVE.get(1)));

        assertThat(LARKSPUR.counts(LARK.userName()).requests() - once).isEqualTo(2 * groups);
        assertThat(groups).isPositive();
        assertThat(outcomes.get(4)).isEqualTo(outcomes.get(1));
    }

    @Test
    void fiveJobsOfMeridianCostOneSignInAndOneVisitByHttp() {
        int posts = MERIDIAN.counts().signInPosts();

        List<JobOutcome> outcomes = together(provider("meridian"), MERI.email(), MERI.password());

        assertThat(outcomes).extracting(WaitingTogetherTest::source).containsOnly(Tier.HTTP);
        assertThat(MERIDIAN.counts().signInPosts() - posts).isEqualTo(1);
        assertThat(visits.http()).isEqualTo(1);
    }

    @Test
    void fiveJobsThatNeedAPageCostOneSignInAndOneVisitByPage() {
        int posts = LARKSPUR.counts().signInPosts();

        List<JobOutcome> outcomes = together(new PagesAlone(provider("larkspur")), LARK.userName(), LARK.password());

        assertThat(outcomes).extracting(WaitingTogetherTest::source).containsOnly(Tier.BROWSER);
        assertThat(LARKSPUR.counts().signInPosts() - posts).isEqualTo(1);
        assertThat(visits.pages()).isEqualTo(1);
        assertThat(visits.http()).isZero();
    }

    @Test
    void pagesThatChangedLeaveEvidenceEachAndCostNoSecondSignIn() {
        int posts = LARKSPUR.counts().signInPosts();
        LARKSPUR.changeLayout(LARK.userName());

        List<JobOutcome> outcomes = together(provider("larkspur"), LARK.userName(), LARK.password());

        assertThat(outcomes).hasSize(5);
        assertThat(LARKSPUR.counts().signInPosts() - posts).isEqualTo(1);
        List<JobOutcome> broken = outcomes.stream()
                .filter(outcome -> outcome.code() == OutcomeCode.Failure.ADAPTER_BROKEN)
                .toList();
        assertThat(broken)
                .isNotEmpty()
                .allSatisfy(outcome ->
                        assertThat(((JobOutcome.Failed) outcome).evidenceId()).isNotNull());
        assertThat(outcomes.get(4)).isEqualTo(outcomes.get(1));
    }

    private List<JobOutcome> together(PayrollProvider provider, String userName, String password) {
        stores.connections()
                .connect(
                        ADA,
                        provider.declaration().id(),
                        new Credential(Secret.of(userName), Secret.of(password)),
                        clock.instant());
        return run(provider, FIVE);
    }

    private List<JobOutcome> run(PayrollProvider provider, List<ResourceQuery> queries) {
        JobRunner runner = JobRunner.of(
                ProviderCatalog.of(List.of(provider)),
                StoryParts.shelves(stores),
                visits,
                visits,
                new ResultWriter()::write,
                StoryParts.texts(),
                new KnownSecrets(),
                StoryParts.departure(stores, new FolderEvidenceStore(evidence), clock),
                StoryParts.NO_END,
                Duration.ofHours(1),
                clock);
        JobProgress turn = new JobProgress(clock);
        String id = provider.declaration().id();
        return runner.runTogether(queries.stream()
                .map(query -> new TakenJob(live(id, query), turn.fellow()))
                .toList());
    }

    private static FetchJob live(String provider, ResourceQuery query) {
        return new FetchJob(
                1,
                UUID.randomUUID(),
                JobKind.FETCH,
                ADA.clientId(),
                ADA.connectionId(),
                provider,
                query,
                0,
                false,
                Instant.now().plusSeconds(120),
                null,
                null);
    }

    private static PayrollProvider provider(String id) {
        return ProviderCatalog.load().find(id).orElseThrow();
    }

    private static Origin origin(String provider) {
        return provider(provider).declaration().origins().getFirst();
    }

    private static Tier source(JobOutcome outcome) {
        assertThat(outcome).isInstanceOf(JobOutcome.Succeeded.class);
        return ((JobOutcome.Succeeded) outcome).result().source();
    }
}
