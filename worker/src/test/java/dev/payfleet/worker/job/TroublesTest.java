package dev.payfleet.worker.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.payfleet.provider.ChallengeKind;
import dev.payfleet.provider.ProviderException;
import dev.payfleet.provider.Trouble;
import dev.payfleet.session.ConnectionKey;
import dev.payfleet.session.DisconnectedException;
import dev.payfleet.session.StaleFenceException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Which outcome each kind of trouble becomes, as a table.
class TroublesTest {
    private static final String EVIDENCE = "ev-1";

    static List<Arguments> table() {
        return List.of(
                row(new Trouble.CredentialsRejected(), "action_required", "credentials_rejected"),
                row(new Trouble.AccountLocked(), "action_required", "account_locked"),
                row(new Trouble.AccountSetupRequired(), "action_required", "account_setup_required"),
                row(new Trouble.CaptchaAsked(), "action_required", "captcha"),
                row(new Trouble.ChallengeAsked(ChallengeKind.OTP_SMS), "action_required", "challenge_unattended"),
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
        return Troubles.answered(() -> {
            throw failure;
        });
    }

    private static Arguments row(Trouble trouble, String outcome, String code) {
        return Arguments.of(trouble, outcome, code);
    }
}
