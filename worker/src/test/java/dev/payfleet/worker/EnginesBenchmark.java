package dev.payfleet.worker;

import dev.payfleet.awslocal.LocalAws;
import dev.payfleet.fixture.larkspur.LarkspurPeople;
import dev.payfleet.fixture.larkspur.LarkspurPerson;
import dev.payfleet.fixture.larkspur.SiteOptions;
import dev.payfleet.provider.Resource;
import dev.payfleet.scrub.KnownSecrets;
import dev.payfleet.session.ConnectionKey;
import dev.payfleet.session.Credential;
import dev.payfleet.session.Secret;
import dev.payfleet.worker.job.FetchJob;
import dev.payfleet.worker.queue.MessageBody;
import dev.payfleet.worker.queue.NewMessage;
import dev.payfleet.worker.queue.OutcomeCursor;
import dev.payfleet.worker.queue.OutcomePage;
import dev.payfleet.worker.stage.JobLog;
import dev.payfleet.worker.stage.Jobs;
import dev.payfleet.worker.stage.Percentiles;
import dev.payfleet.worker.stage.Stage;
import dev.payfleet.worker.stage.StageHome;
import dev.payfleet.worker.stage.WorkerProcess;
import dev.payfleet.worker.wire.JobWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/// The whole loop on AWS's protocols beside the embedded engine, in one run: one worker process, the simulated
/// provider, the proxy, and the servers of this machine in the benchmark's own process. The figures say what our
/// side costs and what round trips add on loopback; they say nothing of AWS's own speed.
public final class EnginesBenchmark {
    private static final Path HOME = Path.of("target", "engines-benchmark");
    private static final LarkspurPeople PEOPLE = LarkspurPeople.of(11, 20);
    private static final int ONE_BY_ONE = 40;
    private static final int ROUNDS = 10;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Jobs jobs = new Jobs(Instant.now());
    private final Stage stage;
    private final UnaryOperator<FetchJob> granted;
    private final String engine;
    private final PrintStream out;
    private OutcomeCursor cursor = OutcomeCursor.START;

    private EnginesBenchmark(Stage stage, UnaryOperator<FetchJob> granted, String engine, PrintStream out) {
        this.stage = stage;
        this.granted = granted;
        this.engine = engine;
        this.out = out;
    }

    /// Runs both and prints a table.
    public static void main(String[] arguments) throws Exception {
        System.setProperty("aws.accessKeyId", LocalAws.ACCESS_KEY);
        System.setProperty("aws.secretAccessKey", LocalAws.SECRET_KEY);
        Files.createDirectories(HOME);
        PrintStream out = System.out;
        out.printf("%-10s %-34s %8s %10s %10s %10s%n", "engine", "what", "jobs", "jobs/s", "p50", "p95");
        try (Stage stage = stage("embedded", Map.of())) {
            new EnginesBenchmark(stage, UnaryOperator.identity(), "embedded", out).run();
        }
        Path keys = HOME.resolve("grant-keys.json");
        Grants grants = new Grants(keys);
        try (LocalFleet aws = new LocalFleet();
                Stage stage = stage("aws", aws.settings(keys, Grants.ISSUER))) {
            new EnginesBenchmark(stage, grants::granted, "aws", out).run();
        }
        System.exit(0);
    }

    private static Stage stage(String name, Map<String, String> more) {
        return Stage.set(
                StageHome.prepare(HOME, name), SiteOptions.of(PEOPLE), 2, new Wiring(new KnownSecrets()), more);
    }

    private void run() throws InterruptedException, IOException {
        List<ConnectionKey> people = PEOPLE.all().stream().map(this::connect).toList();
        FetchJob first = granted.apply(jobs.connect(people.getFirst()));
        send(first);
        Instant begin = Instant.now();
        WorkerProcess worker = stage.startWorker();
        await(List.of(first));
        Duration start = Duration.between(
                begin, JobLog.read(List.of(worker.log())).firstTaken().orElseThrow());
        out.printf(
                "%-10s %-34s %8d %10s %10s%n", engine, "start to the first job taken", 1, "", Percentiles.shown(start));
        long calls = keyCalls();
        all("sign in", people.stream().skip(1).map(jobs::connect).toList(), worker);
        all("read by http, all at once", rounds(people, false), worker);
        all("answer from the cache, all at once", rounds(people, true), worker);
        oneByOne("answer from the cache, one by one", people.getFirst());
        long done = people.size() - 1 + 2L * ROUNDS * people.size() + ONE_BY_ONE;
        if (engine.equals("aws")) {
            out.printf(
                    "%-10s %-34s %8d %10.1f per thousand jobs, of which %d signed in%n",
                    engine,
                    "calls of KMS",
                    keyCalls() - calls,
                    (keyCalls() - calls) * 1000.0 / done,
                    people.size() - 1);
        }
        worker.stop();
    }

    private List<FetchJob> rounds(List<ConnectionKey> people, boolean stored) {
        return IntStream.range(0, ROUNDS)
                .boxed()
                .flatMap(round -> people.stream())
                .map(key -> stored
                        ? jobs.fetch(key, Jobs.whole(Resource.COMPANY))
                        : jobs.fetchLive(key, Jobs.whole(Resource.COMPANY)))
                .toList();
    }

    private void all(String what, List<FetchJob> plain, WorkerProcess worker) throws InterruptedException {
        List<FetchJob> all = plain.stream().map(granted).toList();
        long begin = System.nanoTime();
        all.forEach(this::send);
        await(all);
        Duration wall = Duration.ofNanos(System.nanoTime() - begin);
        JobLog log = JobLog.read(List.of(worker.log()));
        print(
                what,
                wall,
                all.stream().flatMap(job -> log.took(job.jobId()).stream()).toList());
    }

    private void oneByOne(String what, ConnectionKey key) throws InterruptedException {
        List<Duration> took = new ArrayList<>();
        long begin = System.nanoTime();
        for (int i = 0; i < ONE_BY_ONE; i++) {
            FetchJob job = granted.apply(jobs.fetch(key, Jobs.whole(Resource.COMPANY)));
            long sent = System.nanoTime();
            send(job);
            await(List.of(job));
            took.add(Duration.ofNanos(System.nanoTime() - sent));
        }
        print(what, Duration.ofNanos(System.nanoTime() - begin), took);
    }

    private void print(String what, Duration wall, List<Duration> took) {
        Percentiles percentiles = new Percentiles(took);
        out.printf(
                "%-10s %-34s %8d %10.1f %10s %10s%n",
                engine,
                what,
                took.size(),
                took.size() / (wall.toNanos() / 1e9),
                percentiles.at(50),
                percentiles.at(95));
    }

    private long keyCalls() {
        return LocalAws.shared().keys().calls().values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private ConnectionKey connect(LarkspurPerson person) {
        ConnectionKey key = new ConnectionKey("tenant", "c-" + person.userName());
        try (Credential credential = new Credential(Secret.of(person.userName()), Secret.of(person.password()))) {
            stage.fleet().connections().connect(key, Stage.PROVIDER, credential, Instant.now());
        }
        return key;
    }

    private void send(FetchJob job) {
        stage.fleet()
                .queue()
                .send(NewMessage.of(
                        job.connectionId(), job.jobId().toString(), MessageBody.of(new JobWriter().write(job))));
    }

    private void await(List<FetchJob> sent) throws InterruptedException {
        Set<UUID> open = new HashSet<>(sent.stream().map(FetchJob::jobId).toList());
        Instant end = Instant.now().plus(PATIENCE);
        while (!open.isEmpty() && Instant.now().isBefore(end)) {
            OutcomePage page = stage.fleet().outcomes().since(cursor, 100, Duration.ofSeconds(2));
            cursor = page.next();
            page.events().stream().filter(event -> event.terminal()).forEach(event -> open.remove(event.jobId()));
        }
        if (!open.isEmpty()) {
            throw new IllegalStateException(open.size() + " jobs were not answered");
        }
    }
}
