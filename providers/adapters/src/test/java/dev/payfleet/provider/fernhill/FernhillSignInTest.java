package dev.payfleet.provider.fernhill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.payfleet.fixture.fernhill.FernhillCounts;
import dev.payfleet.fixture.fernhill.FernhillPeople;
import dev.payfleet.fixture.fernhill.FernhillPerson;
import dev.payfleet.fixture.fernhill.Gate;
import dev.payfleet.fixture.fernhill.SecondFactor;
import dev.payfleet.fixture.fernhill.SiteEvent;
import dev.payfleet.provider.ChallengeKind;
import dev.payfleet.provider.ProviderException;
import dev.payfleet.provider.Resource;
import dev.payfleet.provider.ResourceQuery;
import dev.payfleet.provider.Trouble;
import dev.payfleet.provider.visit.ChallengeReply;
import dev.payfleet.provider.visit.HttpVisit;
import dev.payfleet.provider.visit.PageVisit;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// How sign-ins end, with the site's own counts as the judge of what they did.
class FernhillSignInTest {

    private static final Duration WITHIN = Duration.ofSeconds(20);
    private static final Map<SecondFactor, ChallengeKind> KINDS = Map.of(
            SecondFactor.SMS, ChallengeKind.OTP_SMS,
            SecondFactor.EMAIL, ChallengeKind.OTP_EMAIL,
            SecondFactor.APP, ChallengeKind.OTP_APP,
            SecondFactor.PUSH, ChallengeKind.PUSH_APPROVAL,
            SecondFactor.QUESTION, ChallengeKind.SECURITY_QUESTION);

    private static FernhillVisits visits;

    private final FernhillPerson person = visits.people.get(0);
    private final String user = person.userName();

    @BeforeAll
    static void start() {
        visits = new FernhillVisits(FernhillPeople.of(31, 1));
    }

    @AfterAll
    static void stop() {
        visits.close();
    }

    @AfterEach
    void mend() {
        visits.site.mend();
    }

    @Test
    void a_wrong_password_is_tried_once() {
        int before = counts().of(SiteEvent.PASSWORD_WRONG);

        assertThat(trouble(() -> visits.page()
                        .signIn(FernhillVisits.PROVIDER.signIn(), FernhillVisits.credentials(user, "no"), () -> {})))
                .isEqualTo(new Trouble.CredentialsRejected());
        assertThat(counts().of(SiteEvent.PASSWORD_WRONG)).isEqualTo(before + 1);
    }

    @ParameterizedTest
    @EnumSource(SecondFactor.class)
    void a_second_factor_that_nobody_attends_to_triggers_nothing_at_the_provider(SecondFactor factor) {
        int before = counts().triggered();
        visits.site.ask(user, factor);
        Trouble.ChallengeAsked asked = asked(visits.page());

        assertThat(asked.kind()).isEqualTo(KINDS.get(factor));
        assertThat(counts().triggered()).isEqualTo(before);
    }

    @Test
    void a_code_is_sent_once_when_told_and_again_when_told_again() {
        int before = counts().of(SiteEvent.SMS_SENT);
        visits.site.ask(user, SecondFactor.SMS);
        PageVisit page = visits.page();
        Trouble.ChallengeAsked asked = asked(page);

        page.send(asked.page());
        assertThat(counts().of(SiteEvent.SMS_SENT)).isEqualTo(before + 1);
        page.resend(asked.page());
        page.resend(asked.page());
        assertThat(counts().of(SiteEvent.SMS_SENT)).isEqualTo(before + 3);
        page.answer(asked.page(), typed(), WITHIN);
        assertThat(counts().of(SiteEvent.SMS_SENT)).isEqualTo(before + 3);
    }

    @ParameterizedTest
    @EnumSource(SecondFactor.class)
    void of_several_ways_each_can_be_chosen_and_answered(SecondFactor factor) {
        visits.site.ask(user, SecondFactor.values());
        PageVisit page = visits.page();
        Trouble.ChallengeAsked choice = asked(page);
        assertThat(choice.choices()).containsExactlyInAnyOrderElementsOf(KINDS.values());

        Trouble.ChallengeAsked asked =
                challenge(() -> page.answer(choice.page(), new ChallengeReply.Chosen(KINDS.get(factor)), WITHIN));
        assertThat(asked.kind()).isEqualTo(KINDS.get(factor));
        page.send(asked.page());
        if (factor == SecondFactor.PUSH) {
            visits.site.approvePush(user);
            page.answer(asked.page(), new ChallengeReply.Approved(), WITHIN);
        } else {
            page.answer(asked.page(), typed(), WITHIN);
        }
        assertThat(FernhillVisits.PROVIDER.probe().alive(page)).isTrue();
    }

    @Test
    void only_the_ways_that_the_page_offers_are_handed_on() {
        visits.site.ask(user, SecondFactor.APP, SecondFactor.EMAIL);

        assertThat(asked(visits.page()).choices()).isEqualTo(List.of(ChallengeKind.OTP_EMAIL, ChallengeKind.OTP_APP));
    }

    @Test
    void a_tap_on_no_is_a_rejected_answer() {
        visits.site.ask(user, SecondFactor.PUSH);
        PageVisit page = visits.page();
        Trouble.ChallengeAsked asked = asked(page);
        page.send(asked.page());
        visits.site.denyPush(user);

        assertThat(trouble(() -> page.answer(asked.page(), new ChallengeReply.Approved(), WITHIN)))
                .isEqualTo(new Trouble.ChallengeRejected());
    }

    @Test
    void the_third_wrong_answer_ends_the_challenge() {
        visits.site.ask(user, SecondFactor.QUESTION);
        PageVisit page = visits.page();
        Trouble.ChallengeAsked asked = asked(page);
        ThrowingCallable wrong = () -> page.answer(asked.page(), new ChallengeReply.Typed(() -> "a goldfish"), WITHIN);

        assertThat(trouble(wrong)).isEqualTo(new Trouble.ChallengeRejected());
        assertThat(trouble(wrong)).isEqualTo(new Trouble.ChallengeRejected());
        assertThat(trouble(wrong)).isEqualTo(new Trouble.ChallengeExpired());
    }

    @Test
    void the_prompt_of_a_question_is_the_question_in_the_adapters_own_words() {
        visits.site.ask(user, SecondFactor.QUESTION);

        assertThat(asked(visits.page()).prompt()).endsWith("?");
    }

    @Test
    void a_device_that_was_remembered_is_spared_once_its_session_is_gone() {
        visits.site.ask(user, SecondFactor.APP);
        PageVisit first = visits.page();
        first.answer(asked(first).page(), typed(), WITHIN);
        visits.site.expireSessions(user);
        int spared = counts().of(SiteEvent.FACTOR_SPARED);

        PageVisit again = visits.trusted(first);
        signIn(again);
        assertThat(FernhillVisits.PROVIDER.probe().alive(again)).isTrue();
        assertThat(counts().of(SiteEvent.FACTOR_SPARED)).isEqualTo(spared + 1);
    }

    @ParameterizedTest
    @EnumSource(Gate.class)
    void what_only_the_person_can_do_is_left_to_the_person(Gate gate) {
        visits.site.put(user, gate);
        Trouble expected = switch (gate) {
            case CAPTCHA -> new Trouble.CaptchaAsked();
            case PASSWORD_EXPIRED, NEW_TERMS -> new Trouble.AccountSetupRequired();
            case NOT_ADMINISTRATOR -> new Trouble.InsufficientPermission();
            case NO_COMPANY -> new Trouble.NoAccounts();
        };

        assertThat(trouble(() -> signIn(visits.page()))).isEqualTo(expected);
        assertThat(counts().of(SiteEvent.TERMS_ACCEPTED)).isZero();
        assertThat(counts().of(SiteEvent.PASSWORD_CHANGED)).isZero();
    }

    @Test
    void a_session_that_somebody_else_took_over_is_told_by_both_tiers() {
        ResourceQuery company = new ResourceQuery.Whole(Resource.COMPANY);
        PageVisit page = visits.page();
        signIn(page);
        HttpVisit http = visits.http(page);
        visits.site.signInElsewhere(user);

        assertThat(trouble(() ->
                        FernhillVisits.PROVIDER.readings().get(Resource.COMPANY).read(http, company)))
                .isEqualTo(new Trouble.SessionTakenOver());
        assertThat(trouble(() ->
                        FernhillVisits.PROVIDER.readings().get(Resource.COMPANY).read(page, company)))
                .isEqualTo(new Trouble.SessionTakenOver());
    }

    @Test
    void there_are_no_timesheets_to_read() {
        assertThat(FernhillVisits.PROVIDER.readings()).hasSize(9).doesNotContainKey(Resource.TIMESHEETS);
    }

    private void signIn(PageVisit page) {
        page.signIn(FernhillVisits.PROVIDER.signIn(), FernhillVisits.credentials(user, person.password()), () -> {});
    }

    private Trouble.ChallengeAsked asked(PageVisit page) {
        return challenge(() -> signIn(page));
    }

    private ChallengeReply typed() {
        return new ChallengeReply.Typed(() -> visits.site.rightAnswer(user));
    }

    private FernhillCounts counts() {
        return visits.site.counts(user);
    }

    private static Trouble.ChallengeAsked challenge(ThrowingCallable action) {
        return (Trouble.ChallengeAsked) trouble(action);
    }

    private static Trouble trouble(ThrowingCallable action) {
        ProviderException thrown = catchThrowableOfType(ProviderException.class, action);
        assertThat(thrown).isNotNull();
        return thrown.trouble();
    }
}
