package dev.payfleet.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.payfleet.awslocal.LocalAws;
import dev.payfleet.cache.CachedResult;
import dev.payfleet.fixture.larkspur.LarkspurPeople;
import dev.payfleet.fixture.larkspur.LarkspurPerson;
import dev.payfleet.fixture.larkspur.SiteOptions;
import dev.payfleet.provider.Resource;
import dev.payfleet.provider.ResourceQuery;
import dev.payfleet.scrub.KnownSecrets;
import dev.payfleet.session.ConnectionKey;
import dev.payfleet.session.Credential;
import dev.payfleet.session.Secret;
import dev.payfleet.worker.config.WorkerConfig;
import dev.payfleet.worker.fleet.Fleet;
import dev.payfleet.worker.job.FetchJob;
import dev.payfleet.worker.job.JobOutcome;
import dev.payfleet.worker.job.OutcomeEvent;
import dev.payfleet.worker.queue.LoggedOutcome;
import dev.payfleet.worker.queue.MessageBody;
import dev.payfleet.worker.queue.NewMessage;
import dev.payfleet.worker.queue.OutcomeCursor;
import dev.payfleet.worker.queue.OutcomePage;
import dev.payfleet.worker.retention.RetentionException;
import dev.payfleet.worker.stage.Jobs;
import dev.payfleet.worker.stage.Stage;
import dev.payfleet.worker.stage.StageHome;
import dev.payfleet.worker.stage.WorkerProcess;
import dev.payfleet.worker.wire.JobWriter;
import dev.payfleet.worker.wire.OutcomeReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The whole house on AWS: real worker processes with a real browser and proxy, over the wire to SQS, DynamoDB, S3
/// and KMS of this machine, beside the same on the embedded engine.
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class FleetOnAwsTest {
    private static final Path HOME = Path.of("target", "aws-home");
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final LarkspurPeople PEOPLE = LarkspurPeople.of(11, 6);
    private static final String ID = "aws.accessKeyId";
    private static final String SECRET = "aws.secretAccessKey";

    private final Jobs jobs = new Jobs(Instant.now());

    /// The engine in this process finds its credentials as a worker does: outside of the settings.
    @BeforeAll
    static void beSomebody() {
        System.setProperty(ID, LocalAws.ACCESS_KEY);
        System.setProperty(SECRET, LocalAws.SECRET_KEY);
    }

    @AfterAll
    static void beNobody() {
        System.clearProperty(ID);
        System.clearProperty(SECRET);
    }

    @Test
    void answers_as_the_embedded_engine_does() throws Exception {
        Map<String, String> embedded;
        try (Stage stage = stage("embedded", Map.of())) {
            embedded = answers(stage, null);
        }
        Path keys = keys();
        Grants grants = new Grants(keys);
        try (LocalFleet aws = new LocalFleet();
                Stage stage = stage("aws", aws.settings(keys, Grants.ISSUER))) {
            assertThat(answers(stage, grants)).isEqualTo(embedded);
        }
        assertThat(embedded)
                .hasSize(8)
                .containsEntry("disconnect", "disconnected  ")
                .containsEntry("wrong password", "action_required credentials_rejected ")
                .containsEntry("nobody", "action_required reauthentication_required ")
                .hasEntrySatisfying("payruns", answer -> assertThat(answer).startsWith("succeeded  [{\"id\":"))
                .hasEntrySatisfying("identity", answer -> assertThat(answer).startsWith("succeeded  {\"name\":"));
    }

    @Test
    void a_killed_worker_loses_nothing_and_a_person_who_leaves_leaves_nothing() throws Exception {
        Path keys = keys();
        Grants grants = new Grants(keys);
        try (LocalFleet aws = new LocalFleet();
                Stage stage = stage("aws", aws.settings(keys, Grants.ISSUER))) {
            WorkerProcess first = stage.startWorker();
            List<FetchJob> all = new ArrayList<>();
            for (LarkspurPerson person : PEOPLE.all()) {
                ConnectionKey key = connect(stage.fleet(), person);
                all.add(grants.granted(jobs.connect(key)));
                all.add(grants.granted(jobs.fetch(key, Jobs.whole(Resource.COMPANY))));
            }
            send(stage.fleet(), all);
            awaitOne(stage.fleet());
            first.kill();
            stage.startWorker();

            Map<UUID, OutcomeEvent> answers = await(stage.fleet(), all);

            assertThat(answers.values())
                    .extracting(event -> event.outcome().wireName())
                    .containsOnly("succeeded");
            assertThat(all)
                    .allSatisfy(job -> assertThat(stage.fleet().outcomes().of(job.jobId()))
                            .filteredOn(LoggedOutcome::terminal)
                            .hasSize(1));
            assertThat(first.leftOver()).isEmpty();

            disconnectAll(stage.fleet());
            assertThat(aws.objects()).isEmpty();
            assertThat(aws.records())
                    .containsEntry("sessions", 0)
                    .containsEntry("results", 0)
                    .containsEntry("connections", PEOPLE.all().size());
        }
    }

    @Test
    void nothing_is_opened_for_a_job_without_a_grant() throws Exception {
        Path keys = keys();
        Grants grants = new Grants(keys);
        try (LocalFleet aws = new LocalFleet();
                Stage stage = stage("aws", aws.settings(keys, Grants.ISSUER))) {
            ConnectionKey key = connect(stage.fleet(), PEOPLE.all().getFirst());
            ConnectionKey other = connect(stage.fleet(), PEOPLE.all().getLast());
            FetchJob bare = jobs.connect(key);
            FetchJob lent = Grants.with(
                    jobs.connect(key),
                    String.valueOf(grants.granted(jobs.connect(other)).grant()));
            stage.startWorker();
            send(stage.fleet(), List.of(bare, lent));

            Map<UUID, OutcomeEvent> answers = await(stage.fleet(), List.of(bare, lent));

            assertThat(answers.values())
                    .extracting(event -> event.outcome().code().wireName())
                    .containsOnly("grant_refused");
            assertThat(stage.fleet().desk().deadLetters(10))
                    .extracting(letter -> letter.reason())
                    .containsExactlyInAnyOrder("grant_refused: missing", "grant_refused: connection");
            assertThat(stage.proxyBytes()).isZero();
        }
    }

    @Test
    void no_worker_starts_where_evidence_would_be_kept_too_long() throws Exception {
        Path keys = keys();
        Grants _ = new Grants(keys);
        try (LocalFleet aws = new LocalFleet()) {
            aws.keepEvidenceFor(30);
            Map<String, String> settings = new HashMap<>(aws.settings(keys, Grants.ISSUER));
            settings.put("PAYFLEET_HOME", HOME.resolve("refused").toString());
            settings.put("PAYFLEET_DIRECT", "true");
            settings.keySet().removeIf(name -> name.startsWith("AWS_"));
            try (Fleet fleet = new Wiring(new KnownSecrets()).open(WorkerConfig.read(settings))) {
                assertThatThrownBy(fleet::worker)
                        .isInstanceOf(RetentionException.class)
                        .hasMessageMatching("bucket test-[0-9a-f-]+-evidence, lifecycle: found after 30 days,"
                                + " expected a rule that expires everything after at most 5 days");
            }
        }
    }

    /// What each kind of question is answered with: outcome, code, and the very bytes.
    private Map<String, String> answers(Stage stage, @Nullable Grants grants) throws InterruptedException {
        Map<UUID, String> questions = new HashMap<>();
        List<FetchJob> all = new ArrayList<>();
        LarkspurPerson person = PEOPLE.all().getFirst();
        ConnectionKey key = connect(stage.fleet(), person);
        ConnectionKey mistaken = key(PEOPLE.all().getLast());
        connect(stage.fleet(), mistaken, PEOPLE.all().getLast().userName(), "not the password");
        ConnectionKey unknown = new ConnectionKey("tenant", "nobody");
        add(all, questions, "connect", jobs.connect(key));
        add(all, questions, "wrong password", jobs.connect(mistaken));
        add(all, questions, "nobody", jobs.fetch(unknown, Jobs.whole(Resource.COMPANY)));
        for (ResourceQuery query : List.of(
                Jobs.whole(Resource.IDENTITY),
                Jobs.whole(Resource.COMPANY),
                Jobs.whole(Resource.TIME_OFF_BALANCES),
                new ResourceQuery.Between(Resource.PAYRUNS, PEOPLE.today().minusMonths(6), PEOPLE.today()))) {
            add(all, questions, query.resource().wireName(), jobs.fetch(key, query));
        }
        List<FetchJob> granted = all.stream()
                .map(job -> grants == null ? job : grants.granted(job))
                .toList();
        stage.startWorker();
        send(stage.fleet(), granted);
        Map<String, String> answers = new HashMap<>();
        await(stage.fleet(), granted).forEach((job, event) -> answers.put(questions.get(job), words(stage, event)));
        FetchJob leaving = jobs.disconnect(key);
        send(stage.fleet(), List.of(leaving));
        await(stage.fleet(), List.of(leaving))
                .values()
                .forEach(event -> answers.put("disconnect", words(stage, event)));
        return answers;
    }

    private static void add(List<FetchJob> all, Map<UUID, String> questions, String question, FetchJob job) {
        all.add(job);
        questions.put(job.jobId(), question);
    }

    private static String words(Stage stage, OutcomeEvent event) {
        String body = event.outcome() instanceof JobOutcome.Succeeded(var result) && result != null
                ? stage.fleet()
                        .results()
                        .findById(
                                new ConnectionKey(
                                        String.valueOf(event.clientId()), String.valueOf(event.connectionId())),
                                result.key(),
                                Instant.now())
                        .map(CachedResult::body)
                        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                        .orElse("gone")
                : "";
        return event.outcome().wireName() + " "
                + (event.outcome().code() == null ? "" : event.outcome().code().wireName()) + " " + body;
    }

    private void disconnectAll(Fleet fleet) throws InterruptedException {
        List<FetchJob> leaving = PEOPLE.all().stream()
                .map(person -> jobs.disconnect(key(person)))
                .toList();
        send(fleet, leaving);
        assertThat(await(fleet, leaving).values())
                .extracting(event -> event.outcome().wireName())
                .containsOnly("disconnected");
    }

    private void send(Fleet fleet, List<FetchJob> all) {

        all.forEach(job -> fleet.queue()
                .send(NewMessage.of(
                        job.connectionId(), job.jobId().toString(), MessageBody.of(new JobWriter().write(job)))));
    }

    private static void awaitOne(Fleet fleet) throws InterruptedException {
        OutcomePage page = fleet.outcomes().since(OutcomeCursor.START, 1, PATIENCE);
        assertThat(page.events()).isNotEmpty();
    }

    private static Map<UUID, OutcomeEvent> await(Fleet fleet, Collection<FetchJob> all) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        Map<UUID, OutcomeEvent> answers = new HashMap<>();
        Set<UUID> open = new HashSet<>(all.stream().map(FetchJob::jobId).toList());
        OutcomeCursor cursor = OutcomeCursor.START;
        while (!open.isEmpty() && Instant.now().isBefore(end)) {
            OutcomePage page = fleet.outcomes().since(cursor, 100, Duration.ofSeconds(2));
            cursor = page.next();
            for (LoggedOutcome outcome : page.events()) {
                if (outcome.terminal() && open.remove(outcome.jobId())) {
                    answers.put(
                            outcome.jobId(),
                            new OutcomeReader().read(outcome.event().bytes()));
                }
            }
        }
        assertThat(open).as("jobs without an answer").isEmpty();
        return answers;
    }

    private static ConnectionKey connect(Fleet fleet, LarkspurPerson person) {
        return connect(fleet, key(person), person.userName(), person.password());
    }

    private static ConnectionKey connect(Fleet fleet, ConnectionKey key, String userName, String password) {
        try (Credential credential = new Credential(Secret.of(userName), Secret.of(password))) {
            fleet.connections().connect(key, Stage.PROVIDER, credential, Instant.now());
        }
        return key;
    }

    private static ConnectionKey key(LarkspurPerson person) {
        return new ConnectionKey("tenant", "c-" + person.userName());
    }

    private static Stage stage(String name, Map<String, String> more) {
        return Stage.set(
                StageHome.prepare(HOME, name), SiteOptions.of(PEOPLE), 1, new Wiring(new KnownSecrets()), more);
    }

    private static Path keys() throws IOException {
        Files.createDirectories(HOME);
        return HOME.resolve("grant-keys.json");
    }
}
