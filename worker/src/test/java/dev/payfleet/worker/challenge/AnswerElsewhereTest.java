package dev.payfleet.worker.challenge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.payfleet.fixture.fernhill.FernhillPerson;
import dev.payfleet.fixture.fernhill.FernhillSite;
import dev.payfleet.fixture.fernhill.SecondFactor;
import dev.payfleet.fixture.fernhill.SiteEvent;
import dev.payfleet.session.ConnectionKey;
import dev.payfleet.session.HandedIn.Wish;
import dev.payfleet.session.Secret;
import dev.payfleet.worker.job.AnswerTo;
import dev.payfleet.worker.job.Challenge;
import dev.payfleet.worker.job.JobKind;
import dev.payfleet.worker.job.JobOutcome;
import dev.payfleet.worker.job.OutcomeCode;
import dev.payfleet.worker.stage.FernhillStage;
import dev.payfleet.worker.stage.WorkerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The answer is brought by one worker, and the page is open on another.
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class AnswerElsewhereTest {
    private final FernhillStage stage = FernhillStage.set(Path.of("target", "challenges"), "two-workers", 1);
    private final FernhillSite site = stage.site();
    private final FernhillPerson person = stage.person(0);
    private final ConnectionKey key = stage.connect(person);
    private WorkerProcess holder;

    @BeforeEach
    void open() {
        holder = stage.startWorker(Map.of());
        site.ask(person.userName(), SecondFactor.SMS);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    /// A worker that was told to stop takes no more jobs, so that another brings the answer.
    @Test
    void a_worker_that_is_told_to_stop_keeps_the_page_for_the_answer_that_another_brings() throws Exception {
        Challenge asked = asked();
        CompletableFuture<Boolean> stopped = CompletableFuture.supplyAsync(this::stop);
        WorkerProcess other = stage.startWorker(Map.of());
        untilItWorks(other);

        UUID answer = type(asked);

        assertThat(stage.outcome(answer)).isInstanceOf(JobOutcome.Succeeded.class);
        assertThat(log(other)).contains(answer.toString());
        assertThat(log(holder)).doesNotContain(answer.toString());
        assertThat(site.counts(person.userName()).of(SiteEvent.PASSWORD_RIGHT)).isEqualTo(1);
        assertThat(site.counts(person.userName()).of(SiteEvent.SESSION_OPENED)).isEqualTo(1);
        assertThat(stopped.get()).isTrue();
    }

    @Test
    void an_answer_to_a_page_whose_worker_was_killed_has_expired_and_the_person_may_begin_anew() throws Exception {
        Challenge asked = asked();
        holder.kill();
        stage.startWorker(Map.of());

        assertThat(stage.outcome(type(asked)))
                .isEqualTo(new JobOutcome.ActionRequired(OutcomeCode.Action.CHALLENGE_EXPIRED));

        Challenge again = asked();
        assertThat(again.id()).isNotEqualTo(asked.id());
        assertThat(stage.outcome(type(again))).isInstanceOf(JobOutcome.Succeeded.class);
    }

    /// Until then the one that was told to stop may be taking a last job.
    private void untilItWorks(WorkerProcess worker) throws InterruptedException {
        UUID job;
        do {
            job = stage.send(key, JobKind.REFRESH, false);
            assertThat(stage.outcome(job)).isInstanceOf(JobOutcome.Challenged.class);
        } while (!log(worker).contains(job.toString()));
    }

    private Challenge asked() throws InterruptedException {
        JobOutcome outcome = stage.outcome(stage.fetch(key, true));
        assertThat(outcome).isInstanceOf(JobOutcome.Challenged.class);
        return ((JobOutcome.Challenged) outcome).challenge();
    }

    private UUID type(Challenge asked) {
        UUID job = UUID.randomUUID();
        stage.fleet().challenges().deposit(key, job, Secret.of(site.rightAnswer(person.userName())), Instant.now());
        return stage.send(stage.answer(key, job, new AnswerTo(asked.id(), Wish.TYPE, null)));
    }

    private boolean stop() {
        try {
            return holder.stop();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static String log(WorkerProcess worker) {
        try {
            return Files.readString(worker.log());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
