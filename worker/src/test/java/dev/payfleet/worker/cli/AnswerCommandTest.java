package dev.payfleet.worker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.payfleet.session.HandedIn;
import dev.payfleet.session.HandedIn.Wish;
import dev.payfleet.session.OpenChallenge;
import dev.payfleet.session.Secret;
import dev.payfleet.worker.cli.Holder.Came;
import dev.payfleet.worker.cli.Shell.Ran;
import dev.payfleet.worker.job.Challenge;
import dev.payfleet.worker.job.JobKind;
import dev.payfleet.worker.job.OutcomeCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(120)
final class AnswerCommandTest {
    private static final String CODE = "774 201";

    @TempDir
    private Path folder;

    private Shell shell;
    private Holder holder;

    @BeforeEach
    void open() {
        shell = new Shell(folder);
        holder = new Holder(shell);
    }

    @AfterEach
    void close() {
        holder.close();
    }

    @Test
    void brings_the_answer_to_the_page_and_shows_what_came_of_it() {
        OpenChallenge asked = holder.asks("otp_sms", "The code that was sent to your phone");
        CompletableFuture<Came> served =
                holder.serves((fleet, came) -> Told.succeeded(fleet, came.job().jobId(), "[]", Told.FIRST_CLAIM));

        Ran ran = answer(CODE + "\r\n", "--answer-stdin", "--wait");

        Came came = served.join();
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out())
                .contains("│ challenge │ " + asked.id())
                .contains("│ kind      │ otp_sms")
                .contains("│ prompt    │ The code that was sent to your phone")
                .containsPattern("│ time left │ (5 min|4 min 5\\d s)")
                .contains(came.job().jobId() + " │ succeeded");
        assertThat(ran.code()).isZero();
        assertThat(came.wish()).isEqualTo(new HandedIn(came.job().jobId(), Wish.TYPE, null));
        assertThat(came.answer().map(Secret::reveal)).contains(CODE);
        assertThat(came.job().kind()).isEqualTo(JobKind.ANSWER);
        assertThat(came.job().provider()).isEqualTo("larkspur");
        assertThat(came.job().attended()).isTrue();
    }

    @Test
    void shows_the_answer_nowhere() throws Exception {
        holder.asks("otp_sms", "The code");

        Ran ran = answer(CODE + "\n", "--answer-stdin");

        assertThat(ran.code()).isZero();
        assertThat(ran.everything()).contains("job_id").doesNotContain(CODE);
        assertThat(holder.take().answer()).isPresent();
        assertNowhereAtHome();
    }

    @ParameterizedTest
    @CsvSource({
        "push_approval,     --approve, APPROVE",
        "otp_email,         --resend,  RESEND",
        "security_question, --cancel,  CANCEL"
    })
    void brings_what_needs_no_answer(String kind, String option, Wish wish) throws InterruptedException {
        holder.asks(kind, "What is asked");

        Ran ran = answer("", option);

        Came came = holder.take();
        assertThat(ran.code()).isZero();
        assertThat(ran.out()).contains("│ job_id │ " + came.job().jobId());
        assertThat(came.wish()).isEqualTo(new HandedIn(came.job().jobId(), wish, null));
        assertThat(came.answer()).isEmpty();
    }

    @Test
    void brings_the_way_that_was_chosen_and_shows_what_is_asked_then() {
        holder.asks("choose_method", "How do you want the code?", "otp_sms", "otp_email");
        Challenge next = new Challenge(
                UUID.randomUUID(),
                OutcomeCode.Challenged.OTP_EMAIL,
                "The code that was mailed",
                Instant.now().plusSeconds(200),
                List.of());
        CompletableFuture<Came> served =
                holder.serves((fleet, came) -> Told.challenged(fleet, came.job().jobId(), next));

        Ran ran = answer("", "--choose", "otp_email", "--wait");

        assertThat(served.join().wish().method()).isEqualTo("otp_email");
        assertThat(ran.out())
                .contains("│ choices   │ otp_sms, otp_email")
                .contains("│ challenge │ " + next.id())
                .contains("│ prompt    │ The code that was mailed")
                .endsWith("Answer it: ./payfleet answer --client acme --connection c-17\n");
        assertThat(ran.code()).isOne();
    }

    @Test
    void tells_by_its_exit_code_that_the_answer_was_wrong() {
        holder.asks("otp_app", "The code of your app");
        CompletableFuture<Came> served = holder.serves(
                (fleet, came) -> Told.needs(fleet, came.job().jobId(), OutcomeCode.Action.CHALLENGE_REJECTED));

        Ran ran = answer("000000", "--answer-stdin", "--wait");

        assertThat(served.join().answer()).isPresent();
        assertThat(ran.out()).contains("action_required", "challenge_rejected");
        assertThat(ran.code()).isOne();
    }

    @Test
    void answers_the_challenge_that_is_named_and_hands_on_the_grant() throws Exception {
        OpenChallenge asked = holder.asks("otp_sms", "The code");
        Path grant = Files.writeString(folder.resolve("grant"), "head.claims.signature\n");

        Ran ran =
                answer(CODE, "--answer-stdin", "--challenge", asked.id().toString(), "--grant-file", grant.toString());

        assertThat(ran.code()).isZero();
        assertThat(ran.everything()).doesNotContain("claims");
        assertThat(holder.take().job().grant()).isEqualTo("head.claims.signature");
    }

    @Test
    void refuses_where_nobody_is_connected_or_nothing_is_asked() {
        assertRefused(answer(CODE, "--answer-stdin"), 1, "nobody is connected under these names; connect first");

        Told.succeeded(shell, Jobs.ID, "[]");

        assertRefused(
                answer(CODE, "--answer-stdin"),
                1,
                "the provider asks nothing of this connection; look at ./payfleet result of the job, or submit it again"
                        + " under a new job_id");
    }

    @Test
    void refuses_another_challenge_than_the_open_one() {
        OpenChallenge asked = holder.asks("otp_sms", "The code");

        assertRefused(
                answer(CODE, "--answer-stdin", "--challenge", UUID.randomUUID().toString()),
                1,
                "--challenge: it is not the one that is open; leave it out to answer " + asked.id());
    }

    @Test
    void refuses_what_no_answer_can_reach_any_more() {
        Instant now = Instant.now();
        holder.asks("otp_sms", "The code", now.minusSeconds(1), now.plusSeconds(60));
        assertRefused(
                answer(CODE, "--answer-stdin"),
                1,
                "the provider no longer waits for an answer; submit the job again under a new job_id");

        holder.asks("otp_sms", "The code", now.plusSeconds(60), now.minusSeconds(1));
        assertRefused(
                answer(CODE, "--answer-stdin"),
                1,
                "the worker that had the page open is gone; submit the job again under a new job_id");
    }

    @Test
    void refuses_a_wish_that_does_not_fit_what_is_asked() {
        holder.asks("choose_method", "How?", "otp_sms", "otp_email");
        assertRefused(
                answer("", "--choose", "otp_app"),
                2,
                "--choose: there is no such way; expected one of otp_sms, otp_email");
        assertRefused(
                answer(CODE, "--answer-stdin"),
                2,
                "there is nothing to type yet; choose a way first: one of otp_sms, otp_email");

        holder.asks("push_approval", "Approve it");
        assertRefused(
                answer(CODE, "--answer-stdin"),
                2,
                "there is nothing to type; approve it on the other device, then give --approve");
        assertRefused(answer("", "--choose", "otp_sms"), 2, "--choose: there is nothing to choose from; leave it out");

        holder.asks("otp_sms", "The code");
        assertRefused(
                answer("", "--approve"), 2, "--approve: there is nothing to approve; leave it out and type the answer");
        assertRefused(
                answer("", "--resend", "--cancel"),
                2,
                "--choose, --approve, --resend and --cancel do not go together; give one of them, or none to type an"
                        + " answer");
    }

    @Test
    void refuses_an_answer_that_is_none_and_keeps_nothing() {
        holder.asks("otp_sms", "The code");

        Ran empty = answer("\n", "--answer-stdin");
        Ran untold = answer("");

        assertThat(empty.err()).isEqualTo("payfleet: the answer is empty; give the person's\n");
        assertThat(untold.err())
                .isEqualTo("payfleet: the answer cannot be asked for without a terminal; pipe it in with"
                        + " --answer-stdin\n");
        assertThat(List.of(empty.code(), untold.code())).containsOnly(2);
        assertThat(holder.nothingCame()).isTrue();
    }

    @Test
    void the_outcome_of_a_job_says_how_to_answer() {
        Challenge choice = new Challenge(
                UUID.randomUUID(),
                OutcomeCode.Challenged.CHOOSE_METHOD,
                "How do you want the code?",
                Instant.now().plusSeconds(200),
                List.of(OutcomeCode.Challenged.OTP_SMS, OutcomeCode.Challenged.OTP_EMAIL));
        Told.challenged(shell, Jobs.ID, choice);

        Ran ran = shell.run("result", Jobs.ID.toString());

        assertThat(ran.out())
                .containsPattern("│ challenge +│ " + choice.id())
                .containsPattern("│ prompt +│ How do you want the code\\?")
                .containsPattern("│ choices +│ otp_sms, otp_email")
                .containsPattern("│ time left +│ 3 min")
                .endsWith("Choose a way: ./payfleet answer --client acme --connection c-17 --choose otp_sms\n");
    }

    private Ran answer(String input, String... more) {
        return shell.typing(
                input,
                Stream.concat(Stream.of("answer", "--client", "acme", "--connection", "c-17"), Stream.of(more))
                        .toArray(String[]::new));
    }

    private void assertRefused(Ran ran, int code, String words) {
        assertThat(ran.err()).isEqualTo("payfleet: " + words + "\n");
        assertThat(ran.code()).isEqualTo(code);
        assertThat(ran.everything()).doesNotContain(CODE);
        assertThat(holder.nothingCame()).isTrue();
    }

    private void assertNowhereAtHome() throws IOException {
        try (Stream<Path> files = Files.walk(shell.home())) {
            assertThat(files.filter(Files::isRegularFile))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                            .doesNotContain(CODE));
        }
    }
}
