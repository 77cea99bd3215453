package dev.payfleet.worker.challenge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.payfleet.fixture.fernhill.FernhillPerson;
import dev.payfleet.fixture.fernhill.FernhillSite;
import dev.payfleet.fixture.fernhill.SecondFactor;
import dev.payfleet.fixture.fernhill.SiteEvent;
import dev.payfleet.session.AttemptOutcome;
import dev.payfleet.session.ConnectionKey;
import dev.payfleet.session.HandedIn.Wish;
import dev.payfleet.session.Secret;
import dev.payfleet.worker.job.AnswerTo;
import dev.payfleet.worker.job.Challenge;
import dev.payfleet.worker.job.FetchJob;
import dev.payfleet.worker.job.JobKind;
import dev.payfleet.worker.job.JobOutcome;
import dev.payfleet.worker.job.OutcomeCode;
import dev.payfleet.worker.job.OutcomeEvent;
import dev.payfleet.worker.stage.FernhillStage;
import dev.payfleet.worker.stage.StageHome;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Second factors of Fernhill, answered through the queue as the upstream does it, at a worker with a single
/// lane.
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class ChallengesTest {
    private static FernhillStage stage;
    private static int nextPerson;

    private final FernhillPerson person = stage.person(nextPerson++);
    private final String user = person.userName();
    private final FernhillSite site = stage.site();
    private final ConnectionKey key = stage.connect(person);

    @BeforeAll
    static void open() {
        stage = FernhillStage.set(Path.of("target", "challenges"), "one-lane", 16);
        stage.startWorker(Map.of());
    }

    @AfterAll
    static void close() {
        stage.close();
    }

    /// A page that still waits would keep the next test's from waiting.
    @AfterEach
    void letGo() {
        stage.fleet()
                .challenges()
                .find(key)
                .ifPresent(open -> stage.fleet().challenges().end(key, open.id()));
    }

    @Test
    void a_code_continues_the_very_page_that_asked_for_it_and_the_job_that_met_it() throws Exception {
        site.ask(user, SecondFactor.SMS);

        Challenge asked = asked(stage.fetch(key, true));
        assertThat(asked.kind()).isEqualTo(OutcomeCode.Challenged.OTP_SMS);
        assertThat(asked.prompt()).contains("text message");
        assertThat(asked.expiresAt()).isAfter(Instant.now());

        OutcomeEvent answered = stage.event(type(asked, site.rightAnswer(user)));

        assertThat(answered.outcome())
                .isInstanceOfSatisfying(
                        JobOutcome.Succeeded.class,
                        done -> assertThat(done.result())
                                .isNotNull()
                                .satisfies(
                                        result -> assertThat(result.records()).isEqualTo(1)));
        assertThat(site.counts(user).of(SiteEvent.PASSWORD_RIGHT)).isEqualTo(1);
        assertThat(site.counts(user).of(SiteEvent.SESSION_OPENED)).isEqualTo(1);
        assertThat(site.counts(user).of(SiteEvent.DEVICE_TRUSTED)).isEqualTo(1);
        assertThat(stage.fleet().trusts().find(key)).isPresent();
        assertThat(audited()).contains("challenge_answered");
        assertThat(stage.fleet().ledger().attempts(key))
                .singleElement()
                .satisfies(attempt -> assertThat(attempt.outcome()).isEqualTo(AttemptOutcome.SIGNED_IN));
    }

    @Test
    void new_credentials_are_verified_and_read_for_their_identity_after_a_code() throws Exception {
        site.ask(user, SecondFactor.EMAIL);

        Challenge asked = asked(stage.send(key, JobKind.CONNECT, true));
        JobOutcome connected = stage.outcome(type(asked, site.rightAnswer(user)));

        assertThat(connected)
                .isInstanceOfSatisfying(
                        JobOutcome.Succeeded.class,
                        done -> assertThat(done.result()).isNotNull());
    }

    @Test
    void other_people_are_served_by_the_same_single_lane_while_a_page_waits() throws Exception {
        site.ask(user, SecondFactor.SMS);
        Challenge asked = asked(stage.fetch(key, true));

        ConnectionKey other = stage.connect(stage.person(nextPerson++));
        assertThat(stage.outcome(stage.fetch(other, false))).isInstanceOf(JobOutcome.Succeeded.class);

        assertThat(stage.outcome(type(asked, site.rightAnswer(user)))).isInstanceOf(JobOutcome.Succeeded.class);
    }

    @Test
    void a_wrong_answer_is_told_and_the_same_challenge_takes_another() throws Exception {
        site.ask(user, SecondFactor.SMS);
        Challenge asked = asked(stage.fetch(key, true));
        String right = site.rightAnswer(user);

        assertThat(stage.outcome(type(asked, right.equals("000000") ? "000001" : "000000")))
                .isEqualTo(new JobOutcome.ActionRequired(OutcomeCode.Action.CHALLENGE_REJECTED));
        assertThat(stage.outcome(type(asked, right))).isInstanceOf(JobOutcome.Succeeded.class);
    }

    @Test
    void as_many_wrong_answers_as_could_lock_an_account_end_the_challenge() throws Exception {
        site.ask(user, SecondFactor.QUESTION);
        Challenge asked = asked(stage.fetch(key, true));

        for (int i = 0; i < 2; i++) {
            assertThat(stage.outcome(type(asked, "wrong " + i)))
                    .isEqualTo(new JobOutcome.ActionRequired(OutcomeCode.Action.CHALLENGE_REJECTED));
        }

        assertThat(stage.outcome(type(asked, site.rightAnswer(user))))
                .isEqualTo(new JobOutcome.ActionRequired(OutcomeCode.Action.CHALLENGE_EXPIRED));
        assertThat(site.counts(user).of(SiteEvent.ANSWER_WRONG)).isEqualTo(2);
    }

    @Test
    void an_answer_that_the_provider_takes_no_more_has_expired() throws Exception {
        site.ask(user, SecondFactor.SMS);
        Challenge asked = asked(stage.fetch(key, true));
        String late = site.rightAnswer(user);
        site.expireChallenges(user);

        assertThat(stage.outcome(type(asked, late)))
                .isEqualTo(new JobOutcome.ActionRequired(OutcomeCode.Action.CHALLENGE_EXPIRED));
    }

    @Test
    void an_answer_to_a_challenge_that_nobody_has_open_has_expired() throws Exception {
        UUID job = UUID.randomUUID();
        stage.fleet().challenges().deposit(key, job, Secret.of("123456"), Instant.now());

        assertThat(stage.outcome(stage.send(answer(job, UUID.randomUUID(), Wish.TYPE, null))))
                .isEqualTo(new JobOutcome.ActionRequired(OutcomeCode.Action.CHALLENGE_EXPIRED));
    }

    @Test
    void a_person_who_gives_up_frees_the_page_and_may_begin_anew() throws Exception {
        site.ask(user, SecondFactor.SMS);
        Challenge asked = asked(stage.fetch(key, true));

        assertThat(stage.outcome(wish(asked, Wish.CANCEL, null)))
                .isEqualTo(new JobOutcome.ActionRequired(OutcomeCode.Action.CHALLENGE_EXPIRED));

        Challenge again = asked(stage.fetch(key, true));
        assertThat(again.id()).isNotEqualTo(asked.id());
        assertThat(stage.outcome(type(again, site.rightAnswer(user)))).isInstanceOf(JobOutcome.Succeeded.class);
    }

    @Test
    void a_code_is_sent_again_on_the_same_page() throws Exception {
        site.ask(user, SecondFactor.SMS);
        Challenge asked = asked(stage.fetch(key, true));

        Challenge again = asked(wish(asked, Wish.RESEND, null));

        assertThat(again.id()).isEqualTo(asked.id());
        assertThat(site.counts(user).of(SiteEvent.SMS_SENT)).isEqualTo(2);
        assertThat(stage.outcome(type(again, site.rightAnswer(user)))).isInstanceOf(JobOutcome.Succeeded.class);
    }

    @Test
    void a_way_is_chosen_and_then_answered() throws Exception {
        site.ask(user, SecondFactor.SMS, SecondFactor.EMAIL, SecondFactor.PUSH);
        Challenge choice = asked(stage.fetch(key, true));
        assertThat(choice.kind()).isEqualTo(OutcomeCode.Challenged.CHOOSE_METHOD);
        assertThat(choice.options())
                .containsExactly(
                        OutcomeCode.Challenged.OTP_SMS,
                        OutcomeCode.Challenged.OTP_EMAIL,
                        OutcomeCode.Challenged.PUSH_APPROVAL);

        Challenge asked = asked(wish(choice, Wish.CHOOSE, OutcomeCode.Challenged.OTP_EMAIL));

        assertThat(asked.kind()).isEqualTo(OutcomeCode.Challenged.OTP_EMAIL);
        assertThat(asked.id()).isNotEqualTo(choice.id());
        assertThat(site.counts(user).of(SiteEvent.SMS_SENT)).isZero();
        assertThat(stage.outcome(type(asked, site.rightAnswer(user)))).isInstanceOf(JobOutcome.Succeeded.class);
    }

    @Test
    void a_tap_on_another_device_is_seen() throws Exception {
        site.ask(user, SecondFactor.PUSH);
        Challenge asked = asked(stage.fetch(key, true));
        assertThat(asked.kind()).isEqualTo(OutcomeCode.Challenged.PUSH_APPROVAL);

        site.approvePush(user);

        assertThat(stage.outcome(wish(asked, Wish.APPROVE, null))).isInstanceOf(JobOutcome.Succeeded.class);
    }

    @Test
    void a_job_that_comes_while_the_person_is_asked_is_told_so_and_signs_nobody_in() throws Exception {
        site.ask(user, SecondFactor.SMS);
        Challenge asked = asked(stage.fetch(key, true));

        assertThat(asked(stage.fetch(key, false))).isEqualTo(asked);
        assertThat(asked(stage.send(key, JobKind.REFRESH, false))).isEqualTo(asked);

        assertThat(site.counts(user).of(SiteEvent.PASSWORD_RIGHT)).isEqualTo(1);
        assertThat(site.counts(user).of(SiteEvent.SMS_SENT)).isEqualTo(1);
        assertThat(stage.outcome(type(asked, site.rightAnswer(user)))).isInstanceOf(JobOutcome.Succeeded.class);
    }

    @Test
    void nobody_is_sent_anything_for_a_job_that_nobody_attends() throws Exception {
        site.ask(user, SecondFactor.SMS);

        assertThat(stage.outcome(stage.fetch(key, false)))
                .isEqualTo(new JobOutcome.ActionRequired(OutcomeCode.Action.CHALLENGE_UNATTENDED));

        assertThat(site.counts(user).triggered()).isZero();
    }

    @Test
    void a_person_who_leaves_while_asked_leaves_nothing_behind() throws Exception {
        site.ask(user, SecondFactor.SMS);
        Challenge asked = asked(stage.fetch(key, true));
        String right = site.rightAnswer(user);

        assertThat(stage.outcome(stage.send(key, JobKind.DISCONNECT, false)))
                .isInstanceOf(JobOutcome.Disconnected.class);

        assertThat(stage.fleet().challenges().find(key)).isEmpty();
        UUID job = UUID.randomUUID();
        assertThat(stage.outcome(stage.send(answer(job, asked.id(), Wish.TYPE, null))))
                .isInstanceOf(JobOutcome.Disconnected.class);
        assertThat(site.counts(user).of(SiteEvent.SESSION_OPENED)).isZero();
        assertThat(right).isNotEmpty();
    }

    @Test
    void no_code_or_answer_is_in_any_log_or_in_the_store() throws Exception {
        site.ask(user, SecondFactor.QUESTION);
        Challenge asked = asked(stage.fetch(key, true));
        String answer = site.rightAnswer(user);

        assertThat(stage.outcome(type(asked, answer))).isInstanceOf(JobOutcome.Succeeded.class);

        for (Path file : stage.home().files()) {
            String bytes = new String(StageHome.read(file), StandardCharsets.ISO_8859_1);
            assertThat(bytes).as(file.getFileName().toString()).doesNotContain(answer);
        }
    }

    /// The events that the audit log has of this connection.
    private List<String> audited() {
        List<String> events = new ArrayList<>();
        stage.fleet().audit().read(Instant.EPOCH, record -> {
            if (key.connectionId().equals(record.fields().get("connection_id"))) {
                events.add(String.valueOf(record.fields().get("event")));
            }
        });
        return events;
    }

    private static Challenge asked(UUID job) throws InterruptedException {
        JobOutcome outcome = stage.outcome(job);
        assertThat(outcome).isInstanceOf(JobOutcome.Challenged.class);
        return ((JobOutcome.Challenged) outcome).challenge();
    }

    private UUID type(Challenge asked, String answer) {
        UUID job = UUID.randomUUID();
        stage.fleet().challenges().deposit(key, job, Secret.of(answer), Instant.now());
        return stage.send(answer(job, asked.id(), Wish.TYPE, null));
    }

    private UUID wish(Challenge asked, Wish wish, OutcomeCode.@Nullable Challenged method) {
        return stage.send(answer(UUID.randomUUID(), asked.id(), wish, method));
    }

    private FetchJob answer(UUID job, UUID challenge, Wish wish, OutcomeCode.@Nullable Challenged method) {
        return stage.answer(key, job, new AnswerTo(challenge, wish, method));
    }
}
