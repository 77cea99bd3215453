package dev.payfleet.worker.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.payfleet.fixture.fernhill.FernhillPerson;
import dev.payfleet.fixture.fernhill.FernhillSite;
import dev.payfleet.fixture.fernhill.SiteEvent;
import dev.payfleet.session.AttemptOutcome;
import dev.payfleet.session.ConnectionKey;
import dev.payfleet.worker.job.JobOutcome;
import dev.payfleet.worker.job.OutcomeCode;
import dev.payfleet.worker.stage.FernhillStage;
import dev.payfleet.worker.stage.WorkerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A worker that is stopped with SIGSTOP for longer than its lease, while another does its job, and then wakes up.
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class PausedWorkerTest {
    /// Long enough to be caught in, short enough to be in time.
    private static final Duration SLOW = Duration.ofSeconds(1);

    private static final String LOST = "account_busy";

    private final FernhillStage stage = FernhillStage.set(Path.of("target", "paused"), "two-workers", 2);
    private final FernhillSite site = stage.site();
    private final FernhillPerson person = stage.person(0);
    private final ConnectionKey key = stage.connect(person);

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void writes_no_result_once_another_has_claimed_the_account() throws Exception {
        WorkerProcess first = stage.startWorker(Map.of());
        site.latency(SLOW);
        UUID job = stage.fetch(key, false);
        until(this::signedIn);
        // It waits for an answer then. One that is stopped within a write would keep the others from writing too.
        TimeUnit.MILLISECONDS.sleep(300);
        signal("STOP", first);
        site.latency(Duration.ZERO);

        WorkerProcess second = stage.startWorker(Map.of());
        JobOutcome answered = stage.outcome(job);
        assertThat(answered).isInstanceOf(JobOutcome.Succeeded.class);
        signal("CONT", first);
        until(() -> said(first, LOST));

        assertThat(stage.outcome(job)).isEqualTo(answered);
        assertThat(said(second, LOST)).isFalse();
        assertThat(site.counts(person.userName()).of(SiteEvent.SESSION_OPENED)).isEqualTo(1);
        assertThat(site.counts(person.userName()).peakSessions()).isEqualTo(1);
    }

    /// What it learned of the attempt is true, and is told to the ledger; the session is not its to keep any more.
    @Test
    void keeps_no_session_that_it_got_after_its_lease_had_run_out() throws Exception {
        WorkerProcess first = stage.startWorker(Map.of());
        site.latency(Duration.ofMillis(300));
        UUID job = stage.fetch(key, false);
        until(() -> site.counts(person.userName()).of(SiteEvent.PASSWORD_RIGHT) == 1);
        signal("STOP", first);
        site.latency(Duration.ZERO);

        stage.startWorker(Map.of());
        assertThat(stage.outcome(job))
                .as("a submit of unknown outcome is spent, and another would come too close to the lock-out")
                .isEqualTo(new JobOutcome.ActionRequired(OutcomeCode.Action.REAUTHENTICATION_REQUIRED));
        signal("CONT", first);
        until(() -> said(first, LOST));

        assertThat(signedIn()).isTrue();
        assertThat(stage.outcome(stage.fetch(key, false))).isInstanceOf(JobOutcome.Succeeded.class);
        assertThat(site.counts(person.userName()).of(SiteEvent.PASSWORD_WRONG)).isZero();
    }

    private boolean signedIn() {
        return stage.fleet().ledger().attempts(key).stream()
                .anyMatch(attempt -> attempt.outcome() == AttemptOutcome.SIGNED_IN);
    }

    private static boolean said(WorkerProcess worker, String word) {
        try {
            return Files.readString(worker.log()).contains(word);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void signal(String name, WorkerProcess worker) throws Exception {
        int status = new ProcessBuilder("kill", "-" + name, Long.toString(worker.pid()))
                .inheritIO()
                .start()
                .waitFor();
        assertThat(status).isZero();
    }

    /// The time-out of the test bounds it.
    private static void until(BooleanSupplier happened) throws InterruptedException {
        while (!happened.getAsBoolean()) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }
}
