package dev.payfleet.worker.bench;

import dev.payfleet.fixture.larkspur.LarkspurPerson;
import dev.payfleet.provider.Resource;
import dev.payfleet.session.ConnectionKey;
import dev.payfleet.worker.job.FetchJob;
import dev.payfleet.worker.stage.JobLog;
import dev.payfleet.worker.stage.Jobs;
import dev.payfleet.worker.stage.Percentiles;
import dev.payfleet.worker.stage.Stage;
import dev.payfleet.worker.stage.WorkerProcess;
import dev.payfleet.worker.terminal.Column;
import dev.payfleet.worker.terminal.Screen;
import dev.payfleet.worker.terminal.Table;
import dev.payfleet.worker.terminal.Text;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What a job costs by what serves it, from being taken to being answered: the same question, in turns. The site
/// answers after 30 ms, as one on the same continent does.
final class TierBench {
    private static final int WARM_UP = 3;
    /// A worker serves the cheap tiers thousands of times a day; the first hundred are the JIT compiler's.
    private static final int CHEAP_WARM_UP = 100;

    private static final int ROUNDS = 20;
    private static final double GOAL = 10;

    private final Stage stage;
    private final Errands errands;

    TierBench(Stage stage) {
        this.stage = stage;
        this.errands = new Errands(stage.fleet());
    }

    void run(Screen screen) throws InterruptedException {
        LarkspurPerson person = stage.people().getFirst();
        ConnectionKey key = errands.connect(person, "tiers");
        WorkerProcess worker = stage.startWorker();
        Jobs jobs = new Jobs(Instant.now());
        errands.run(jobs.connect(key), "succeeded");
        for (int i = 0; i < CHEAP_WARM_UP; i++) {
            FetchJob _ = done(jobs.fetchLive(key, Jobs.whole(Resource.COMPANY)));
            FetchJob _ = done(jobs.fetch(key, Jobs.whole(Resource.COMPANY)));
        }
        List<FetchJob> signIns = new ArrayList<>();
        List<FetchJob> http = new ArrayList<>();
        List<FetchJob> cached = new ArrayList<>();
        for (int round = 0; round < WARM_UP + ROUNDS; round++) {
            stage.site().expireSessions(person.userName());
            signIns.add(done(jobs.fetchLive(key, Jobs.whole(Resource.COMPANY))));
            http.add(done(jobs.fetchLive(key, Jobs.whole(Resource.COMPANY))));
            cached.add(done(jobs.fetch(key, Jobs.whole(Resource.COMPANY))));
        }
        worker.stop();
        JobLog log = JobLog.read(List.of(worker.log()));
        print(screen, median(log, cached), median(log, http), median(log, signIns));
    }

    private FetchJob done(FetchJob job) throws InterruptedException {
        errands.run(job, "succeeded");
        return job;
    }

    private static Duration median(JobLog log, List<FetchJob> jobs) {
        return Medians.of(jobs.stream()
                .skip(WARM_UP)
                .flatMap(job -> log.took(job.jobId()).stream())
                .toList());
    }

    private static void print(Screen screen, Duration cache, Duration http, Duration signIn) {
        screen.line("");
        screen.table(Table.of(
                        Column.wrapping("One company, served by"),
                        Column.right("took"),
                        Column.left("times the tier before"))
                .row("cache", Percentiles.shown(cache), "")
                .row(
                        Text.plain("http"),
                        Text.plain(Percentiles.shown(http)),
                        Goal.atLeast(Medians.ratio(http, cache), GOAL))
                .row(
                        Text.plain("sign-in, then http"),
                        Text.plain(Percentiles.shown(signIn)),
                        Goal.atLeast(Medians.ratio(signIn, http), GOAL)));
    }
}
