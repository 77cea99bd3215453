package dev.payfleet.provider.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.payfleet.provider.ChallengeKind;
import dev.payfleet.provider.ChallengePage;
import dev.payfleet.provider.FormSignIn;
import dev.payfleet.provider.Origins;
import dev.payfleet.provider.PageMeaning;
import dev.payfleet.provider.PageSign;
import dev.payfleet.provider.ProviderException;
import dev.payfleet.provider.Trouble;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A second factor that is asked for, and answered on the very same page.
class ChallengeTest {

    private static final Duration WITHIN = Duration.ofSeconds(5);
    private static final FormSignIn SIGN_IN = new FormSignIn("/sign-in", "#u", "#p", "#go", null, WITHIN);
    private static final ChallengePage CODE = ChallengePage.typed(
                    ChallengeKind.OTP_SMS,
                    "Enter the code from the text message",
                    Duration.ofMinutes(5),
                    "#code",
                    "#ok")
            .resentBy("#again")
            .sentBy("#send")
            .trustedBy("#trust");
    private static final ChallengePage QUESTION = ChallengePage.typed(
                    ChallengeKind.SECURITY_QUESTION, "Answer your question", Duration.ofMinutes(5), "#answer", "#ok")
            .asking("#question", "What was your first school?", "What was your first car?");
    private static final ChallengePage CHOICE = ChallengePage.choice(
            "How do you want to confirm?",
            Duration.ofMinutes(5),
            null,
            new ChallengePage.Choice(ChallengeKind.OTP_SMS, "#by-sms"),
            new ChallengePage.Choice(ChallengeKind.OTP_EMAIL, "#by-mail"));
    private static final ChallengePage PUSH = ChallengePage.push("Approve on your phone", Duration.ofMinutes(2));
    private static final List<PageSign> SIGNS = List.of(
            PageSign.element(PageMeaning.CHALLENGE_EXPIRED, "#late"),
            PageSign.element(PageMeaning.CHALLENGE_REJECTED, "#bad-code:not([hidden])"),
            PageSign.challenge(CODE, "form#otp"),
            PageSign.challenge(QUESTION, "form#question-form"),
            PageSign.challenge(CHOICE, "#choose"),
            PageSign.challenge(PUSH, "#push"),
            PageSign.element(PageMeaning.SIGNED_OUT, "form#sign-in"),
            PageSign.element(PageMeaning.SIGNED_IN, "nav"));

    private static final String OTP = """
            <form id=otp method=post action=/otp><input id=code name=code>
            <label><input type=checkbox id=trust name=trust>Trust</label>
            <button id=ok>OK</button></form>
            <button id=again onclick="fetch('/resend')">Again</button>
            <button id=send onclick="fetch('/send')">Send</button>""";

    private static SmallBrowser browser;

    private final SmallSite site = new SmallSite();
    private final List<String> posted = new ArrayList<>();
    private PageVisit visit;

    @BeforeAll
    static void launch() {
        browser = new SmallBrowser();
    }

    @AfterAll
    static void quit() {
        browser.close();
    }

    @BeforeEach
    void serve() {
        site.on("/sign-in", SmallSite.html(200, """
                <form id=sign-in method=post action=/in><input id=u name=u><input id=p name=p type=password>
                <button id=go>Go</button></form>"""));
        site.on("/resend", SmallSite.bytes(200, new byte[] {'x'}));
        site.on("/send", SmallSite.bytes(200, new byte[] {'x'}));
        VisitSetting setting = new VisitSetting(
                new Origins(List.of(site.origin()), Map.of()),
                SIGNS,
                Optional.empty(),
                new RecordIds("c"),
                SmallBrowser.CLOCK,
                RequestGate.open(),
                WITHIN);
        visit = new PageVisit(browser.visit(site, WITHIN).page(), setting);
        site.on("/otp", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            posted.add(body);
            String answer = body.startsWith("code=1234") ? "<nav></nav>" : "<p id=bad-code></p>" + OTP;
            SmallSite.html(200, answer).answer(exchange);
        });
    }

    @AfterEach
    void close() {
        browser.closePages();
        site.close();
    }

    @Test
    void tells_kind_prompt_and_expiry_and_nothing_of_the_page() {
        assertThat(askedFor(OTP + "<p>We texted +44 7700 900123</p>"))
                .isEqualTo(new Trouble.ChallengeAsked(
                        CODE,
                        "Enter the code from the text message",
                        List.of(),
                        SmallBrowser.CLOCK.instant().plusSeconds(300)));
    }

    @Test
    void answers_on_the_same_page_and_has_the_device_trusted() {
        Trouble.ChallengeAsked asked = askedFor(OTP);

        visit.send(asked.page());
        assertThat(visit.resend(asked.page())).isTrue();
        visit.answer(asked.page(), typed("1234"), WITHIN);

        assertThat(posted).containsExactly("code=1234&trust=on");
        assertThat(site.requests()).containsSubsequence("GET /send", "GET /resend", "POST /otp");
        assertThat(site.requests()).filteredOn("GET /sign-in"::equals).hasSize(1);
    }

    @Test
    void a_wrong_answer_is_told_and_the_page_takes_another() {
        Trouble.ChallengeAsked asked = askedFor(OTP);

        assertTrouble(asked, typed("9999"), new Trouble.ChallengeRejected());
        assertTrouble(asked, typed("9998"), new Trouble.ChallengeRejected());
        visit.answer(asked.page(), typed("1234"), WITHIN);

        assertThat(posted).hasSize(3);
    }

    @Test
    void a_page_that_answers_by_script_is_not_judged_by_its_old_error() {
        Trouble.ChallengeAsked asked = askedFor("""
                <form id=otp><p id=bad-code hidden></p><input id=code><button id=ok type=button onclick="send()">OK</button>
                </form><script>async function send() {
                  const code = document.querySelector('#code').value;
                  await fetch('/check?' + code.length);
                  if (code === '1234') setTimeout(() => document.body.innerHTML = '<nav></nav>', 200);
                  else document.querySelector('#bad-code').hidden = false;
                }</script>""");
        site.on("/check", SmallSite.bytes(200, new byte[] {'x'}));

        assertTrouble(asked, typed("9999"), new Trouble.ChallengeRejected());
        assertTrouble(asked, typed("9998"), new Trouble.ChallengeRejected());
        visit.answer(asked.page(), typed("1234"), WITHIN);

        assertThat(visit.page().locator("nav").count()).isEqualTo(1);
    }

    @Test
    void an_answer_that_comes_too_late_is_told_be_it_by_a_sign_or_by_the_beginning() {
        Trouble.ChallengeAsked asked = askedFor(OTP);
        site.on("/otp", SmallSite.html(200, "<p id=late></p>"));
        assertTrouble(asked, typed("1234"), new Trouble.ChallengeExpired());

        asked = askedFor(OTP);
        site.on("/otp", SmallSite.redirect("/sign-in"));
        assertTrouble(asked, typed("1234"), new Trouble.ChallengeExpired());
    }

    @Test
    void offers_the_ways_that_are_on_the_page_and_goes_on_to_the_one_chosen() {
        Trouble.ChallengeAsked asked = askedFor("<div id=choose><a id=by-mail href=/mail>E-mail</a></div>");
        site.on("/mail", SmallSite.html(200, OTP));

        assertThat(asked.choices()).containsExactly(ChallengeKind.OTP_EMAIL);
        assertTrouble(
                asked,
                new ChallengeReply.Chosen(ChallengeKind.OTP_EMAIL),
                new Trouble.ChallengeAsked(
                        CODE,
                        CODE.prompt(),
                        List.of(),
                        SmallBrowser.CLOCK.instant().plusSeconds(300)));
        assertThatThrownBy(() -> visit.answer(CHOICE, new ChallengeReply.Chosen(ChallengeKind.OTP_APP), WITHIN))
                .hasMessage("not a way of this page: OTP_APP");
    }

    @Test
    void waits_for_the_tap_on_another_device() {
        Trouble.ChallengeAsked asked = askedFor("""
                <p id=push>Waiting</p><script>setTimeout(() => document.body.innerHTML = '<nav></nav>', 700)</script>""");

        visit.answer(asked.page(), new ChallengeReply.Approved(), WITHIN);

        assertThat(visit.page().locator("nav").count()).isEqualTo(1);
    }

    @Test
    void a_tap_on_no_that_came_before_anybody_waited_counts() {
        Trouble.ChallengeAsked asked = askedFor("<p id=push>Waiting</p>");
        visit.page().evaluate("document.body.insertAdjacentHTML('beforeend', '<p id=bad-code>Refused</p>')");

        ProviderException thrown = catchThrowableOfType(
                ProviderException.class, () -> visit.answer(asked.page(), new ChallengeReply.Approved(), WITHIN));

        assertThat(thrown.trouble()).isEqualTo(new Trouble.ChallengeRejected());
    }

    @Test
    void a_tap_that_does_not_come_is_late() {
        Trouble.ChallengeAsked asked = askedFor("<p id=push>Waiting</p>");

        ProviderException thrown = catchThrowableOfType(
                ProviderException.class,
                () -> visit.answer(asked.page(), new ChallengeReply.Approved(), Duration.ofMillis(600)));

        assertThat(thrown.trouble()).isEqualTo(new Trouble.TimedOut("the answer to the second factor"));
    }

    @Test
    void a_question_of_the_sites_own_list_is_told_in_the_adapters_spelling_and_no_other() {
        String form = "<form id=question-form><p id=question>%s</p><input id=answer><button id=ok>OK</button></form>";

        assertThat(askedFor(form.formatted("What was  your first car?")).prompt())
                .isEqualTo("What was your first car?");
        assertThat(askedFor(form.formatted("What is Aunt Hush's maiden name?")).prompt())
                .isEqualTo("Answer your question");
    }

    @Test
    void a_reply_prints_nothing_of_itself() {
        assertThat(typed("1234")).hasToString("Typed[<redacted>]");
    }

    private Trouble.ChallengeAsked askedFor(String page) {
        site.on("/in", SmallSite.html(200, page));
        ProviderException thrown =
                catchThrowableOfType(ProviderException.class, () -> visit.signIn(SIGN_IN, field -> "x", () -> {}));
        assertThat(thrown.trouble()).isInstanceOf(Trouble.ChallengeAsked.class);
        return (Trouble.ChallengeAsked) thrown.trouble();
    }

    private void assertTrouble(Trouble.ChallengeAsked asked, ChallengeReply reply, Trouble expected) {
        ProviderException thrown =
                catchThrowableOfType(ProviderException.class, () -> visit.answer(asked.page(), reply, WITHIN));
        assertThat(thrown).isNotNull();
        assertThat(thrown.trouble()).isEqualTo(expected);
        assertThat(thrown).hasMessageNotContaining("99");
    }

    private static ChallengeReply typed(String code) {
        return new ChallengeReply.Typed(() -> code);
    }
}
