package dev.payfleet.worker.browser;

import dev.payfleet.fixture.fernhill.FernhillOptions;
import dev.payfleet.fixture.fernhill.FernhillPeople;
import dev.payfleet.fixture.fernhill.FernhillPerson;
import dev.payfleet.fixture.fernhill.FernhillSite;
import dev.payfleet.provider.Origin;
import dev.payfleet.provider.Origins;
import dev.payfleet.provider.PayrollProvider;
import dev.payfleet.provider.ProviderCatalog;
import dev.payfleet.provider.visit.PageVisit;
import dev.payfleet.provider.visit.RecordIds;
import dev.payfleet.provider.visit.RequestGate;
import dev.payfleet.provider.visit.VisitSetting;
import dev.payfleet.scrub.KnownSecrets;
import dev.payfleet.session.ConnectionKey;
import dev.payfleet.session.Credential;
import dev.payfleet.session.Secret;
import dev.payfleet.session.embedded.EmbeddedSessions;
import dev.payfleet.session.embedded.KeyFile;
import dev.payfleet.sqlite.SqliteFile;
import dev.payfleet.worker.egress.EgressPool;
import dev.payfleet.worker.egress.PoliteGates;
import dev.payfleet.worker.egress.RelayLimits;
import dev.payfleet.worker.egress.StandIns;
import dev.payfleet.worker.egress.VisitEgress;
import dev.payfleet.worker.evidence.embedded.FolderEvidenceStore;
import dev.payfleet.worker.http.RelayedHttpVisits;
import dev.payfleet.worker.job.FetchJob;
import dev.payfleet.worker.job.JobKind;
import dev.payfleet.worker.job.JobOutcome;
import dev.payfleet.worker.job.JobProgress;
import dev.payfleet.worker.job.JobRunner;
import dev.payfleet.worker.job.StoryParts;
import dev.payfleet.worker.wire.ChallengeMessages;
import dev.payfleet.worker.wire.JobReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;

/// Fernhill with one person, and jobs that read it by HTTP and on one real lane, over embedded stores. The site
/// goes by the real time, the jobs by a clock that can be ahead of it.
final class FernhillOnLanes implements AutoCloseable {
    static final ConnectionKey KEY = new ConnectionKey("client", "connection");

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    final ShiftedClock clock = new ShiftedClock();
    final KnownSecrets secrets = new KnownSecrets();
    final FernhillPerson person;
    final FernhillSite site;
    final EmbeddedSessions stores;
    private final PayrollProvider provider =
            ProviderCatalog.load().find("fernhill").orElseThrow();
    private final StandIns standIns;
    private final HeldVisits held = new HeldVisits();
    private final Lanes lanes;
    private final SqliteFile file;
    private final RelayedHttpVisits http;
    private final JobRunner runner;

    FernhillOnLanes(Path home) {
        FernhillPeople people = FernhillPeople.of(41, 1);
        person = people.get(0);
        site = FernhillSite.start(FernhillOptions.of(people));
        standIns = new StandIns(Map.of(provider.declaration().origins().getFirst(), Origin.of(site.origin())));
        file = SqliteFile.open(home.resolve("payfleet.db"));
        stores = EmbeddedSessions.open(file, KeyFile.readOrCreate(home.resolve("key")));
        FolderEvidenceStore evidence = new FolderEvidenceStore(home.resolve("evidence"));
        lanes = new Lanes(TestHome.lanes(1), InstantSource.system());
        lanes.start();
        PoliteGates gates = new PoliteGates();
        http = new RelayedHttpVisits(EgressPool.direct(), gates, standIns, secrets, clock);
        LanePageVisits pages = new LanePageVisits(
                lanes,
                EgressPool.direct(),
                gates,
                standIns,
                new EvidenceCapture(evidence, clock),
                secrets,
                held,
                PATIENCE,
                clock);
        runner = JobRunner.of(
                ProviderCatalog.load(),
                StoryParts.shelves(stores),
                http,
                pages,
                (resource, records) -> resource.wireName().getBytes(StandardCharsets.UTF_8),
                new ChallengeMessages(new JobReader()),
                secrets,
                StoryParts.departure(stores, evidence, clock),
                StoryParts.NO_END,
                Duration.ofHours(1),
                clock);
    }

    /// Stores the person's credential.
    void connect() {
        connect(new Credential(Secret.of(person.userName()), Secret.of(person.password())));
    }

    void connect(Credential credential) {
        stores.connections().connect(KEY, provider.declaration().id(), credential, clock.instant());
    }

    /// Runs a job that makes sure of the session.
    JobOutcome refresh(boolean attended) {
        return runner.run(
                new FetchJob(
                        FetchJob.VERSION,
                        UUID.randomUUID(),
                        JobKind.REFRESH,
                        KEY.clientId(),
                        KEY.connectionId(),
                        provider.declaration().id(),
                        null,
                        0,
                        attended,
                        clock.instant().plus(Duration.ofHours(1)),
                        null,
                        null),
                new JobProgress(clock));
    }

    /// Lets the session go, and nothing else.
    void loseSession() {
        site.expireSessions(person.userName());
        stores.sessions().forget(KEY, stores.sessions().claim(KEY));
    }

    /// Something on the lane that no job does, on a page of its own.
    <T> T onLane(BiFunction<PageVisit, LaneVisit, T> work) throws InterruptedException {
        Origins origins = origins();
        try (VisitEgress out = VisitEgress.open(EgressPool.direct(), KEY, origins, RelayLimits.USUAL)) {
            return lanes.visit(VisitSpec.through(out.proxy()), lane -> {
                VisitSetting setting = VisitSetting.of(
                        provider, origins, new RecordIds(KEY.connectionId()), clock, RequestGate.open(), PATIENCE);
                return work.apply(new PageVisit(lane.page(), setting), lane);
            });
        }
    }

    PayrollProvider provider() {
        return provider;
    }

    Origins origins() {
        return standIns.of(provider.declaration());
    }

    @Override
    public void close() {
        lanes.close();
        http.close();
        site.close();
        file.close();
    }
}
