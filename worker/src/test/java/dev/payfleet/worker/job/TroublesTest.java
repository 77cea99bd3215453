package dev.payfleet.worker.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.payfleet.provider.ChallengeKind;
import dev.payfleet.provider.ChallengePage;
import dev.payfleet.provider.ProviderException;
import dev.payfleet.provider.Trouble;
import dev.payfleet.session.ConnectionKey;
import dev.payfleet.session.DisconnectedException;
import dev.payfleet.session.StaleFenceException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Which outcome each kind of trouble becomes, as a table.
class TroublesTest {
    private static final String EVIDENCE = "ev-1";
    private static final UUID JOB = new UUID(1, 2);
    private static final Instant EXPIRES = Instant.parse("2026-03-18T09:05:00Z");
    private static final Trouble.ChallengeAsked ASKED = new Trouble.ChallengeAsked(
            ChallengePage.choice(
                    "How do you want to confirm?",
                    Duration.ofMinutes(5),
                    null,
                    new ChallengePage.Choice(ChallengeKind.OTP_SMS, "#sms")),
            "How do you want to confirm?",
            List.of(ChallengeKind.OTP_SMS),
            EXPIRES);

    static List<Arguments> table() {
        return List.of(
                row(new Trouble.CredentialsRejected(), "action_required", "credentials_rejected"),
                row(new Trouble.AccountLocked(), "action_required", "account_locked"),
                row(new Trouble.AccountSetupRequired(), "action_required", "account_setup_required"),
                row(new Trouble.CaptchaAsked(), "action_required", "captcha"),
                row(ASKED, "action_required", "challenge_unattended"),
                row(new Trouble.ChallengeRejected(), "action_required", "challenge_rejected"),
                row(new Trouble.ChallengeExpired(), "action_required", "challenge_expired"),
                row(new Trouble.SessionTakenOver(), "retry_later", "account_busy"),
                row(new Trouble.InsufficientPermission(), "action_required", "insufficient_permission"),
                row(new Trouble.NoAccounts(), "action_required", "no_accounts"),
                row(new Trouble.Unavailable(), "retry_later", "provider_unavailable"),
                row(new Trouble.RateLimited(Duration.ofSeconds(9)), "retry_later", "provider_rate_limited"),
                row(new Trouble.TimedOut("a page"), "retry_later", "timed_out"),
                row(new Trouble.EgressUnavailable(), "retry_later", "egress_unavailable"),
                row(new Trouble.NotOffered(), "unsupported", "resource_not_offered"),
                row(new Trouble.SignedOut(), "failed", "adapter_broken"),
                row(new Trouble.OriginRefused("https://elsewhere.example"), "failed", "adapter_broken"),
                row(new Trouble.LayoutChanged("page", "a table"), "failed", "adapter_broken"));
    }

    @ParameterizedTest
    @MethodSource("table")
    void eachTroubleHasItsOutcome(Trouble trouble, String outcome, String code) {
        JobOutcome answered = Troubles.outcome(trouble, EVIDENCE);
        assertThat(answered.wireName()).isEqualTo(outcome);
        assertThat(answered.code().wireName()).isEqualTo(code);
    }

    @Test
    void theTableKnowsEveryTrouble() {
        Stream<Class<?>> known = table().stream().map(row -> row.get()[0].getClass());
        assertThat(known).containsExactlyInAnyOrder(Trouble.class.getPermittedSubclasses());
        assertThat(Arrays.asList(Trouble.class.getPermittedSubclasses())).hasSize(table().size());
    }

    @Test
    void evidenceComesWithTheFailureItShows() {
        VisitFailedException failure = new VisitFailedException(
                new ProviderException(new Trouble.LayoutChanged("page", "a table")), Optional.of(EVIDENCE));
        assertThat(thrown(failure)).isEqualTo(new JobOutcome.Failed(OutcomeCode.Failure.ADAPTER_BROKEN, EVIDENCE));
    }

    @Test
    void aSecondFactorIsHandedOnWhereSomebodyIsThereToAnswer() {
        VisitFailedException failure = new VisitFailedException(new ProviderException(ASKED), Optional.empty());
        assertThat(thrown(failure, true)).isInstanceOfSatisfying(JobOutcome.Challenged.class, asked -> {
            assertThat(asked.challenge())
                    .isEqualTo(new Challenge(
                            JOB,
                            OutcomeCode.Challenged.CHOOSE_METHOD,
                            "How do you want to confirm?",
                            EXPIRES,
                            List.of(OutcomeCode.Challenged.OTP_SMS)));
            assertThat(asked.retryAfter()).isPositive();
        });
        assertThat(thrown(failure, false).code().wireName()).isEqualTo("challenge_unattended");
    }

    @Test
    void whatTheStoresRefuseIsAnOutcomeToo() {
        ConnectionKey key = new ConnectionKey("client", "ada");
        assertThat(thrown(new DisconnectedException(key))).isEqualTo(new JobOutcome.Disconnected());
        assertThat(thrown(new StaleFenceException(key, 1, 2)))
                .isEqualTo(new JobOutcome.RetryLater(OutcomeCode.Retry.ACCOUNT_BUSY, Duration.ZERO));
    }

    @Test
    void aFaultWithoutANameIsThrownOn() {
        assertThatThrownBy(() -> thrown(new IllegalStateException("a fault")))
                .isInstanceOf(IllegalStateException.class);
    }

    private static JobOutcome thrown(RuntimeException failure) {
        return thrown(failure, false);
    }

    private static JobOutcome thrown(RuntimeException failure, boolean attended) {
        return Troubles.answered(job(attended), () -> {
            throw failure;
        });
    }

    private static FetchJob job(boolean attended) {
        return new FetchJob(1, JOB, JobKind.CONNECT, "client", "ada", "fake", null, 0, attended, EXPIRES, null, null);
    }

    private static Arguments row(Trouble trouble, String outcome, String code) {
        return Arguments.of(trouble, outcome, code);
    }
}
