package dev.payfleet.worker.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.payfleet.fixture.fernhill.FernhillCounts;
import dev.payfleet.fixture.fernhill.FernhillOptions;
import dev.payfleet.fixture.fernhill.FernhillPeople;
import dev.payfleet.fixture.fernhill.FernhillPerson;
import dev.payfleet.fixture.fernhill.FernhillSite;
import dev.payfleet.fixture.fernhill.SiteEvent;
import dev.payfleet.provider.ProviderCatalog;
import dev.payfleet.scrub.KnownSecrets;
import dev.payfleet.session.ConnectionKey;
import dev.payfleet.session.Credential;
import dev.payfleet.session.Secret;
import dev.payfleet.sqlite.ChildJvm;
import dev.payfleet.worker.Wiring;
import dev.payfleet.worker.config.WorkerConfig;
import dev.payfleet.worker.fleet.Fleet;
import dev.payfleet.worker.job.FetchJob;
import dev.payfleet.worker.job.JobKind;
import dev.payfleet.worker.queue.MessageBody;
import dev.payfleet.worker.queue.NewMessage;
import dev.payfleet.worker.queue.QueueDepths;
import dev.payfleet.worker.wire.JobWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Workers that are killed with SIGKILL in the middle of sign-ins, again and again. The site's own counters are the
/// judge.
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class KilledSignInsTest {
    private static final int PEOPLE = 640;
    private static final int CUT = 500;

    /// Each answer waits so long, so that a kill meets sign-ins at every step.
    private static final Duration FIXED = Duration.ofMillis(5);

    private static final Duration SPREAD = Duration.ofMillis(80);

    /// About as long as a sign-in takes: three answers.
    private static final int LONGEST_WAIT_MILLIS = 200;

    @TempDir
    Path home;

    private final Random random = new Random(20260311);
    private final List<UUID> jobs = new ArrayList<>();

    @Test
    void five_hundred_sign_ins_cut_by_kills_bring_no_account_within_one_of_its_lock_out() throws Exception {
        FernhillPeople people = FernhillPeople.of(7, PEOPLE);
        try (FernhillSite site = FernhillSite.start(FernhillOptions.of(people).withLatency(FIXED, SPREAD));
                Fleet fleet = new Wiring(new KnownSecrets())
                        .open(WorkerConfig.read(Map.of("PAYFLEET_HOME", home.toString())))) {
            people.all().forEach(person -> connect(fleet, person));
            int cut = 0;
            while (cut < CUT) {
                try (ChildJvm worker = ChildJvm.start(FormWorker.class, home.toString(), site.origin())) {
                    cut += cut(fleet, site, worker);
                }
            }
            try (ChildJvm _ = ChildJvm.start(FormWorker.class, home.toString(), site.origin())) {
                untilAllAreAnswered(fleet);
            }
            judge(fleet, site, people);
        }
    }

    private void connect(Fleet fleet, FernhillPerson person) {
        boolean right = isRight(person);
        String password = right ? person.password() : "not " + person.password();
        fleet.connections()
                .connect(
                        key(person),
                        "fernhill",
                        new Credential(Secret.of(person.userName()), Secret.of(password)),
                        Instant.now());
        FetchJob job = new FetchJob(
                FetchJob.VERSION,
                UUID.randomUUID(),
                JobKind.REFRESH,
                key(person).clientId(),
                key(person).connectionId(),
                "fernhill",
                null,
                0,
                false,
                Instant.now().plus(Duration.ofHours(1)),
                null,
                null);
        jobs.add(job.jobId());
        fleet.queue()
                .send(NewMessage.of(
                        job.connectionId(), job.jobId().toString(), MessageBody.of(new JobWriter().write(job))));
    }

    private static boolean isRight(FernhillPerson person) {
        return person.userName().hashCode() % 2 == 0;
    }

    private static ConnectionKey key(FernhillPerson person) {
        return new ConnectionKey("acme", "c-" + person.userName().replaceAll("[^A-Za-z0-9]", "-"));
    }

    /// Kills the worker a moment after it began to sign in.
    ///
    /// @return how many sign-ins it was at
    private int cut(Fleet fleet, FernhillSite site, ChildJvm worker) throws InterruptedException {
        assertThat(worker.line()).isEqualTo("ready");
        int begun = begun(site);
        while (begun(site) == begun) {
            assertThat(isEmpty(fleet)).as("there are sign-ins left to cut").isFalse();
            TimeUnit.MILLISECONDS.sleep(1);
        }
        TimeUnit.MILLISECONDS.sleep(random.nextInt(LONGEST_WAIT_MILLIS));
        worker.kill();
        return (int) fleet.desk().depths().inFlight();
    }

    private static int begun(FernhillSite site) {
        return site.counts().of(SiteEvent.SIGN_IN_PAGE);
    }

    private static int posted(FernhillCounts counts) {
        return counts.of(SiteEvent.PASSWORD_RIGHT) + counts.of(SiteEvent.PASSWORD_WRONG);
    }

    private static boolean isEmpty(Fleet fleet) {
        QueueDepths depths = fleet.desk().depths();
        return depths.ready() + depths.inFlight() + depths.delayed() == 0;
    }

    private static void untilAllAreAnswered(Fleet fleet) throws InterruptedException {
        while (!isEmpty(fleet)) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private void judge(Fleet fleet, FernhillSite site, FernhillPeople people) {
        int threshold = ProviderCatalog.load()
                .find("fernhill")
                .orElseThrow()
                .declaration()
                .lockOutThreshold();
        for (FernhillPerson person : people.all()) {
            FernhillCounts counts = site.counts(person.userName());
            int attempts = fleet.ledger().attempts(key(person)).size();
            assertThat(counts.of(SiteEvent.PASSWORD_WRONG))
                    .as("wrong passwords")
                    .isLessThan(threshold - 1)
                    .isLessThanOrEqualTo(isRight(person) ? 0 : 1);
            assertThat(counts.of(SiteEvent.REFUSED_WHILE_LOCKED))
                    .as("posts to a locked account")
                    .isZero();
            assertThat(attempts).as("every submit was recorded before it").isGreaterThanOrEqualTo(posted(counts));
        }
        assertThat(jobs)
                .allSatisfy(job -> assertThat(fleet.outcomes().terminal(job)).isPresent());
    }
}
