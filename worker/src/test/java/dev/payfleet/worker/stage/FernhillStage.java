package dev.payfleet.worker.stage;

import dev.payfleet.fixture.fernhill.FernhillOptions;
import dev.payfleet.fixture.fernhill.FernhillPeople;
import dev.payfleet.fixture.fernhill.FernhillPerson;
import dev.payfleet.fixture.fernhill.FernhillSite;
import dev.payfleet.provider.Resource;
import dev.payfleet.provider.ResourceQuery;
import dev.payfleet.scrub.KnownSecrets;
import dev.payfleet.session.ConnectionKey;
import dev.payfleet.session.Credential;
import dev.payfleet.session.Secret;
import dev.payfleet.worker.Wiring;
import dev.payfleet.worker.browser.ChromiumSandbox;
import dev.payfleet.worker.browser.DriverFolder;
import dev.payfleet.worker.config.WorkerConfig;
import dev.payfleet.worker.fleet.Fleet;
import dev.payfleet.worker.job.AnswerTo;
import dev.payfleet.worker.job.FetchJob;
import dev.payfleet.worker.job.JobKind;
import dev.payfleet.worker.job.JobOutcome;
import dev.payfleet.worker.job.OutcomeEvent;
import dev.payfleet.worker.queue.MessageBody;
import dev.payfleet.worker.queue.NewMessage;
import dev.payfleet.worker.wire.JobWriter;
import dev.payfleet.worker.wire.OutcomeReader;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Fernhill's simulated site, an embedded home, and worker processes on it: for what a person's second factor and
/// a person's account need of several workers. Confined to one thread.
public final class FernhillStage implements AutoCloseable {
    /// The id of its provider.
    public static final String PROVIDER = "fernhill";

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long LOOK_MILLIS = 50;

    private final StageHome home;
    private final FernhillPeople people;
    private final FernhillSite site;
    private final Map<String, String> settings;
    private final Path driver;
    private final Fleet fleet;
    private final List<WorkerProcess> workers = new ArrayList<>();
    private final OutcomeReader reader = new OutcomeReader();

    private FernhillStage(StageHome home, FernhillPeople people, FernhillSite site) {
        this.home = home;
        this.people = people;
        this.site = site;
        this.settings = settings();
        this.driver = DriverFolder.ready(home.parent());
        this.fleet = new Wiring(new KnownSecrets()).open(WorkerConfig.read(settings));
    }

    /// Sets it; no worker is running yet.
    ///
    /// @param home the folder that its home is made in
    /// @param name of its home
    /// @param people how many may sign in
    public static FernhillStage set(Path home, String name, int people) {
        FernhillPeople all = FernhillPeople.of(42, people);
        return new FernhillStage(StageHome.prepare(home, name), all, FernhillSite.start(FernhillOptions.of(all)));
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>();
        if (!ChromiumSandbox.possible()) {
            settings.put("PAYFLEET_SANDBOX", "off");
        }
        settings.put("PAYFLEET_HOME", home.root().toString());
        settings.put("PAYFLEET_LANES", "1");
        settings.put("PAYFLEET_LANE_SUBSTITUTES", "1");
        settings.put("PAYFLEET_DIRECT", "true");
        settings.put("PAYFLEET_ORIGINS", "https://app.fernhill.example=" + site.origin());
        settings.put("PAYFLEET_VISIBILITY", "10s");
        return settings;
    }

    /// Starts a worker process.
    ///
    /// @param changes settings beside the stage's own
    public WorkerProcess startWorker(Map<String, String> changes) {
        Map<String, String> changed = new HashMap<>(settings);
        changed.putAll(changes);
        WorkerProcess worker =
                WorkerProcess.start(changed, driver, home.log("worker-%d.jsonl".formatted(workers.size() + 1)));
        workers.add(worker);
        return worker;
    }

    /// The provider.
    public FernhillSite site() {
        return site;
    }

    /// The engine, as the workers have it open too.
    public Fleet fleet() {
        return fleet;
    }

    /// Where everything lies.
    public StageHome home() {
        return home;
    }

    /// One who may sign in.
    public FernhillPerson person(int index) {
        return people.get(index);
    }

    /// Connects a person with the right password, under a key of the person's own.
    public ConnectionKey connect(FernhillPerson person) {
        ConnectionKey key = new ConnectionKey("acme", "c-" + person.userName().replaceAll("[^A-Za-z0-9]", "-"));
        connect(key, person, person.password());
        return key;
    }

    /// Stores a credential.
    public void connect(ConnectionKey key, FernhillPerson person, String password) {
        fleet.connections()
                .connect(
                        key,
                        PROVIDER,
                        new Credential(Secret.of(person.userName()), Secret.of(password)),
                        Instant.now());
    }

    /// Asks for the identity, live.
    public UUID fetch(ConnectionKey key, boolean attended) {
        return send(job(JobKind.FETCH, key, new ResourceQuery.Whole(Resource.IDENTITY), attended, UUID.randomUUID()));
    }

    /// Sends a job without a query.
    public UUID send(ConnectionKey key, JobKind kind, boolean attended) {
        return send(job(kind, key, null, attended, UUID.randomUUID()));
    }

    /// A job of this stage's provider.
    public FetchJob job(JobKind kind, ConnectionKey key, @Nullable ResourceQuery query, boolean attended, UUID id) {
        return new FetchJob(
                FetchJob.VERSION,
                id,
                kind,
                key.clientId(),
                key.connectionId(),
                PROVIDER,
                query,
                0,
                attended,
                Instant.now().plus(Duration.ofMinutes(10)),
                null,
                null);
    }

    /// The job that brings an answer.
    public FetchJob answer(ConnectionKey key, UUID job, AnswerTo answer) {
        return new FetchJob(
                FetchJob.VERSION,
                job,
                JobKind.ANSWER,
                key.clientId(),
                key.connectionId(),
                PROVIDER,
                null,
                0,
                true,
                Instant.now().plus(Duration.ofMinutes(10)),
                null,
                null,
                answer);
    }

    /// Puts a job on the queue.
    public UUID send(FetchJob job) {
        fleet.queue()
                .send(NewMessage.of(
                        job.connectionId(), job.jobId().toString(), MessageBody.of(new JobWriter().write(job))));
        return job.jobId();
    }

    /// What came of a job, as soon as that is known.
    public JobOutcome outcome(UUID job) throws InterruptedException {
        return event(job).outcome();
    }

    /// The last word on a job, as soon as it is known.
    public OutcomeEvent event(UUID job) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            Optional<OutcomeEvent> event = fleet.outcomes().terminal(job).map(body -> reader.read(body.bytes()));
            if (event.isPresent()) {
                return event.get();
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
        throw new AssertionError("no outcome within " + PATIENCE);
    }

    @Override
    public void close() {
        workers.forEach(WorkerProcess::close);
        fleet.close();
        site.close();
        home.close();
    }
}
