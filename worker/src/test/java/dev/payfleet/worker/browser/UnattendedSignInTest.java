package dev.payfleet.worker.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.payfleet.fixture.fernhill.FernhillCounts;
import dev.payfleet.fixture.fernhill.SecondFactor;
import dev.payfleet.fixture.fernhill.SiteEvent;
import dev.payfleet.session.Attempt;
import dev.payfleet.session.AttemptOutcome;
import dev.payfleet.session.Credential;
import dev.payfleet.session.Secret;
import dev.payfleet.worker.job.JobOutcome;
import dev.payfleet.worker.job.OutcomeCode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Unattended jobs where the provider asks for a second factor, with its own counts as the judge of what it was
/// asked and whom it asked.
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class UnattendedSignInTest {
    private static final JobOutcome SERVED = new JobOutcome.Succeeded(null);
    private static final JobOutcome UNATTENDED = new JobOutcome.ActionRequired(OutcomeCode.Action.CHALLENGE_UNATTENDED);
    private static final JobOutcome REJECTED = new JobOutcome.ActionRequired(OutcomeCode.Action.CHALLENGE_REJECTED);
    private static final String NOT_THE_PERSONS = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    private FernhillOnLanes fernhill;

    @BeforeEach
    void open(@TempDir Path home) {
        fernhill = new FernhillOnLanes(home);
    }

    @AfterEach
    void close() {
        fernhill.close();
    }

    @Test
    void aCodeFromTheStoredSecretIsTypedAndNobodyIsAsked() {
        connectWith(fernhill.person.authenticatorSecret());
        ask(SecondFactor.APP);

        assertThat(fernhill.refresh(false)).isEqualTo(SERVED);

        assertThat(seen(SiteEvent.ANSWER_RIGHT)).isEqualTo(1);
        assertThat(seen(SiteEvent.DEVICE_TRUSTED)).isEqualTo(1);
        assertThat(counts().triggered()).isZero();
        assertThat(attempts()).singleElement().satisfies(attempt -> {
            assertThat(attempt.outcome()).isEqualTo(AttemptOutcome.SIGNED_IN);
            assertThat(attempt.challenged()).isTrue();
        });
    }

    @Test
    void amongSeveralWaysTheAuthenticatorIsChosen() {
        connectWith("otpauth://totp/Fernhill:x?secret=" + fernhill.person.authenticatorSecret());
        ask(SecondFactor.SMS, SecondFactor.APP, SecondFactor.PUSH);

        assertThat(fernhill.refresh(false)).isEqualTo(SERVED);

        assertThat(seen(SiteEvent.ANSWER_RIGHT)).isEqualTo(1);
        assertThat(counts().triggered()).isZero();
    }

    @Test
    void theDeviceIsKnownAfterwardsAndNoCodeIsSpentOnTheNextSignIn() {
        connectWith(fernhill.person.authenticatorSecret());
        ask(SecondFactor.APP);
        fernhill.refresh(false);

        fernhill.loseSession();

        assertThat(fernhill.refresh(false)).isEqualTo(SERVED);
        assertThat(seen(SiteEvent.FACTOR_SPARED)).isEqualTo(1);
        assertThat(seen(SiteEvent.ANSWER_RIGHT)).isEqualTo(1);
    }

    @Test
    void aRejectedCodeIsTypedOnceInASignInAndTwiceInADay() {
        connectWith(NOT_THE_PERSONS);
        ask(SecondFactor.APP);

        assertThat(fernhill.refresh(false)).isEqualTo(REJECTED);
        assertThat(seen(SiteEvent.ANSWER_WRONG)).isEqualTo(1);
        assertThat(fernhill.refresh(false)).isEqualTo(REJECTED);
        assertThat(fernhill.refresh(false)).isEqualTo(UNATTENDED);

        assertThat(seen(SiteEvent.ANSWER_WRONG)).isEqualTo(2);
        assertThat(seen(SiteEvent.PASSWORD_RIGHT)).isEqualTo(2);
        assertThat(attempts()).extracting(Attempt::outcome).containsOnly(AttemptOutcome.CHALLENGED);
    }

    @Test
    void anotherFactorThanTheAuthenticatorsIsLeftToThePerson() {
        connectWith(fernhill.person.authenticatorSecret());
        ask(SecondFactor.SMS);

        assertThat(fernhill.refresh(false)).isEqualTo(UNATTENDED);
        assertThat(seen(SiteEvent.ANSWER_WRONG)).isZero();
    }

    @Test
    void aProviderThatAskedBeforeIsNotVisitedWhereNobodyWouldAnswer() {
        fernhill.connect();
        ask(SecondFactor.SMS);
        assertThat(fernhill.refresh(false)).isEqualTo(UNATTENDED);
        FernhillCounts before = counts();
        int pages = fernhill.site.counts().of(SiteEvent.SIGN_IN_PAGE);

        assertThat(fernhill.refresh(false)).isEqualTo(UNATTENDED);

        assertThat(counts()).isEqualTo(before);
        assertThat(counts().triggered()).isZero();
        assertThat(fernhill.site.counts().of(SiteEvent.SIGN_IN_PAGE)).isEqualTo(pages);
        assertThat(attempts()).hasSize(1);
    }

    @Test
    void aDeviceWhoseTrustRanOutIsNotVisitedEither() {
        connectWith(fernhill.person.authenticatorSecret());
        ask(SecondFactor.APP);
        fernhill.refresh(false);
        fernhill.loseSession();
        fernhill.refresh(false);
        fernhill.connect();
        fernhill.loseSession();
        fernhill.clock.pass(Duration.ofDays(30));

        assertThat(fernhill.refresh(false)).isEqualTo(UNATTENDED);
        assertThat(seen(SiteEvent.PASSWORD_RIGHT)).isEqualTo(2);
    }

    @Test
    void whereAPersonIsThereTheProviderIsAskedAgain() {
        fernhill.connect();
        ask(SecondFactor.SMS);
        fernhill.refresh(false);

        assertThat(fernhill.refresh(true)).isInstanceOf(JobOutcome.Challenged.class);
        assertThat(seen(SiteEvent.PASSWORD_RIGHT)).isEqualTo(2);
    }

    private void connectWith(String authenticator) {
        fernhill.connect(new Credential(
                Secret.of(fernhill.person.userName()),
                Secret.of(fernhill.person.password()),
                Optional.of(Secret.of(authenticator))));
    }

    private void ask(SecondFactor... factors) {
        fernhill.site.ask(fernhill.person.userName(), factors);
    }

    private List<Attempt> attempts() {
        return fernhill.stores.ledger().attempts(FernhillOnLanes.KEY);
    }

    private FernhillCounts counts() {
        return fernhill.site.counts(fernhill.person.userName());
    }

    private int seen(SiteEvent event) {
        return counts().of(event);
    }
}
