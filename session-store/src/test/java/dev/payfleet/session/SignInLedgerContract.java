package dev.payfleet.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What every [SignInLedger] does.
public abstract class SignInLedgerContract extends StoreContract {
    private static final String ONE = "1".repeat(64);
    private static final String TWO = "2".repeat(64);

    @BeforeEach
    final void connectSome() {
        connect(ANN);
        connect(BEN);
    }

    @Test
    void anAttemptIsOnRecordBeforeItsOutcomeIsKnown() {
        long attempt = admitted(ONE, 5);

        assertThat(stores.ledger().attempts(ANN))
                .containsExactly(new Attempt(attempt, ONE, NOW, AttemptOutcome.UNKNOWN, null));
    }

    @Test
    void theOutcomeIsRecorded() {
        long attempt = admitted(ONE, 5);

        stores.ledger().settle(ANN, attempt, AttemptOutcome.SIGNED_IN, NOW.plusSeconds(3));

        assertThat(stores.ledger().attempts(ANN))
                .containsExactly(new Attempt(attempt, ONE, NOW, AttemptOutcome.SIGNED_IN, NOW.plusSeconds(3)));
    }

    @Test
    void thatASecondFactorWasAskedForStaysWithTheAttempt() {
        long attempt = admitted(ONE, 5);
        stores.ledger().settle(ANN, attempt, AttemptOutcome.CHALLENGED, NOW);
        assertThat(stores.ledger().attempts(ANN).getFirst().challenged()).isTrue();

        stores.ledger().settle(ANN, attempt, AttemptOutcome.SIGNED_IN, NOW.plusSeconds(40));

        assertThat(stores.ledger().attempts(ANN))
                .containsExactly(new Attempt(attempt, ONE, NOW, AttemptOutcome.SIGNED_IN, NOW.plusSeconds(40), true));
    }

    @Test
    void aChallengeIsExpectedWhereThereWasOneWhenThePasswordWasLastAccepted() {
        assertThat(stores.ledger().expectsChallenge(ANN)).isFalse();

        long first = admitted(ONE, 100);
        stores.ledger().settle(ANN, first, AttemptOutcome.CHALLENGED, NOW);
        stores.ledger().settle(ANN, first, AttemptOutcome.SIGNED_IN, NOW);
        attempt(TWO, AttemptOutcome.CREDENTIALS_REJECTED);
        admitted(ONE, 100);
        assertThat(stores.ledger().expectsChallenge(ANN)).isTrue();

        attempt(ONE, AttemptOutcome.SIGNED_IN);
        assertThat(stores.ledger().expectsChallenge(ANN)).isFalse();
        assertThat(stores.ledger().expectsChallenge(BEN)).isFalse();
    }

    @Test
    void aRejectionClosesUntilTheCredentialChanges() {
        attempt(ONE, AttemptOutcome.CREDENTIALS_REJECTED);

        assertRefused(ONE, 10, NOW, Refusal.CREDENTIALS_REJECTED_BEFORE);
        assertRefused(ONE, 10, NOW.plus(Duration.ofDays(30)), Refusal.CREDENTIALS_REJECTED_BEFORE);
        assertThat(begin(TWO, 10, NOW)).isInstanceOf(Admission.Admitted.class);
    }

    @Test
    void aRefusalIsNotCounted() {
        attempt(ONE, AttemptOutcome.CREDENTIALS_REJECTED);

        assertRefused(ONE, 10, NOW, Refusal.CREDENTIALS_REJECTED_BEFORE);

        assertThat(stores.ledger().attempts(ANN)).hasSize(1);
    }

    @Test
    void anUnknownOutcomeCountsAsSpent() {
        admitted(ONE, 4);
        admitted(ONE, 4);

        assertRefused(ONE, 4, NOW, Refusal.TOO_CLOSE_TO_LOCK_OUT);
    }

    @Test
    void theSameCredentialNeverComesWithinOneOfTheThreshold() {
        admitted(ONE, 3);

        assertRefused(ONE, 3, NOW, Refusal.TOO_CLOSE_TO_LOCK_OUT);
    }

    @Test
    void aNewCredentialIsTriedThoughThePassingOfTheFormerIsUnknown() {
        admitted(ONE, 3);

        admitted(TWO, 3);
        assertRefused("3".repeat(64), 3, NOW, Refusal.TOO_CLOSE_TO_LOCK_OUT);
    }

    @Test
    void changingTheCredentialDoesNotBringTheLockOutCloser() {
        attempt(ONE, AttemptOutcome.CREDENTIALS_REJECTED);
        attempt(TWO, AttemptOutcome.CREDENTIALS_REJECTED);

        assertRefused("3".repeat(64), 3, NOW, Refusal.TOO_CLOSE_TO_LOCK_OUT);
    }

    @Test
    void aSuccessForgivesWhatWasSpent() {
        admitted(ONE, 4);
        attempt(ONE, AttemptOutcome.SIGNED_IN);

        admitted(ONE, 4);
        admitted(ONE, 4);
        assertRefused(ONE, 4, NOW, Refusal.TOO_CLOSE_TO_LOCK_OUT);
    }

    @Test
    void anOverrideForgivesWhatWasSpent() {
        attempt(ONE, AttemptOutcome.CREDENTIALS_REJECTED);
        attempt(TWO, AttemptOutcome.ACCOUNT_LOCKED);
        assertRefused(ONE, 3, NOW, Refusal.CREDENTIALS_REJECTED_BEFORE);

        stores.ledger().override(ANN, NOW);

        admitted(ONE, 4);
        admitted(ONE, 4);
        assertRefused(ONE, 4, NOW, Refusal.TOO_CLOSE_TO_LOCK_OUT);
    }

    @Test
    void theThresholdIsNotReachedBetweenOverrides() {
        for (int round = 0; round < 4; round++) {
            admitted(ONE, 3);
            admitted(TWO, 3);
            assertRefused(ONE, 3, NOW, Refusal.TOO_CLOSE_TO_LOCK_OUT);
            stores.ledger().override(ANN, NOW);
        }
    }

    @Test
    void whatWasOnItsWayAtAnOverrideBelongsToBefore() {
        long attempt = admitted(ONE, 3);
        stores.ledger().override(ANN, NOW);

        stores.ledger().settle(ANN, attempt, AttemptOutcome.CREDENTIALS_REJECTED, NOW);

        admitted(ONE, 3);
    }

    @Test
    void anOverrideIsListedAndSettlesAsNothingElse() {
        long attempt = admitted(ONE, 3);
        stores.ledger().override(ANN, NOW.plusSeconds(1));

        List<Attempt> entries = stores.ledger().attempts(ANN);
        assertThat(entries).extracting(Attempt::id).first().isEqualTo(attempt);
        Attempt entry = entries.getLast();
        assertThat(entry)
                .isEqualTo(new Attempt(
                        entry.id(), Attempt.OF_NO_CREDENTIAL, NOW.plusSeconds(1), AttemptOutcome.OVERRIDDEN, null));
        assertThatThrownBy(() -> stores.ledger().settle(ANN, entry.id(), AttemptOutcome.SIGNED_IN, NOW))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anOverrideOfOneAffectsNoOther() {
        attempt(ONE, AttemptOutcome.CREDENTIALS_REJECTED);
        stores.ledger().override(BEN, NOW);

        assertRefused(ONE, 10, NOW, Refusal.CREDENTIALS_REJECTED_BEFORE);
    }

    @Test
    void whoIsNotConnectedIsNotOverridden() {
        stores.connections().disconnect(ANN, NOW);

        assertThatThrownBy(() -> stores.ledger().override(ANN, NOW)).isInstanceOf(DisconnectedException.class);
        assertThatThrownBy(() -> stores.ledger().override(ANN_ELSEWHERE, NOW))
                .isInstanceOf(DisconnectedException.class);
    }

    @Test
    void aRefusalTellsWhenItEndsByItself() {
        admitted(ONE, 4);
        assertThat(begin(ONE, 4, NOW.plusSeconds(60))).isInstanceOf(Admission.Admitted.class);

        Instant end = SignInRule.end(stores.ledger().attempts(ANN), ONE, 4, SignInLedger.MEMORY)
                .orElseThrow();

        assertRefused(ONE, 4, end.minus(1, ChronoUnit.MICROS), Refusal.TOO_CLOSE_TO_LOCK_OUT);
        assertThat(begin(ONE, 4, end)).isInstanceOf(Admission.Admitted.class);
        assertThat(SignInRule.end(List.of(), ONE, 1, SignInLedger.MEMORY)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = AttemptOutcome.class,
            names = {"NOT_SUBMITTED", "CHALLENGED", "SIGNED_IN"})
    void whatDidNotFailIsNotSpent(AttemptOutcome outcome) {
        for (int i = 0; i < 6; i++) {
            attempt(ONE, outcome);
        }

        admitted(ONE, 2);
    }

    @Test
    void aLockedAccountClosesUntilTheCredentialChanges() {
        attempt(ONE, AttemptOutcome.ACCOUNT_LOCKED);

        assertRefused(ONE, 10, NOW, Refusal.ACCOUNT_LOCKED);
        admitted(TWO, 10);
    }

    @Test
    void aProviderThatLocksAtOnceIsNeverTried() {
        assertRefused(ONE, 1, NOW, Refusal.TOO_CLOSE_TO_LOCK_OUT);
    }

    @Test
    void aThresholdBelowOneIsRefused() {
        assertThatThrownBy(() -> begin(ONE, 0, NOW))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("lockOutThreshold");
    }

    @Test
    void othersAreNotAffected() {
        attempt(ONE, AttemptOutcome.CREDENTIALS_REJECTED);

        assertThat(stores.ledger().begin(BEN, ONE, 3, NOW)).isInstanceOf(Admission.Admitted.class);
    }

    @Test
    void whatIsOlderThanTheMemoryNoLongerCounts() {
        attempt(ONE, AttemptOutcome.CREDENTIALS_REJECTED);

        assertRefused(ONE, 3, NOW.plus(SignInLedger.MEMORY), Refusal.CREDENTIALS_REJECTED_BEFORE);
        assertThat(begin(ONE, 3, NOW.plus(SignInLedger.MEMORY).plusSeconds(1))).isInstanceOf(Admission.Admitted.class);
    }

    @Test
    void aSweepDeletesWhatIsOlderThanTheMemory() {
        attempt(ONE, AttemptOutcome.SIGNED_IN);

        assertThat(stores.ledger().sweep(NOW.plus(SignInLedger.MEMORY))).isZero();
        assertThat(stores.ledger().sweep(NOW.plus(SignInLedger.MEMORY).plusSeconds(1)))
                .isEqualTo(1);
        assertThat(stores.ledger().attempts(ANN)).isEmpty();
    }

    @Test
    void theSameOutcomeAgainChangesNothing() {
        long attempt = admitted(ONE, 5);
        stores.ledger().settle(ANN, attempt, AttemptOutcome.SIGNED_IN, NOW);

        stores.ledger().settle(ANN, attempt, AttemptOutcome.SIGNED_IN, NOW.plusSeconds(60));

        assertThat(stores.ledger().attempts(ANN).getFirst().settledAt()).isEqualTo(NOW);
    }

    @ParameterizedTest
    @EnumSource(
            value = AttemptOutcome.class,
            names = {"SIGNED_IN", "CREDENTIALS_REJECTED", "ACCOUNT_LOCKED", "NOT_SUBMITTED"})
    void aFinalOutcomeStays(AttemptOutcome outcome) {
        long attempt = admitted(ONE, 5);
        stores.ledger().settle(ANN, attempt, outcome, NOW);

        assertThatThrownBy(() -> stores.ledger().settle(ANN, attempt, AttemptOutcome.CHALLENGED, NOW))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(outcome.name());
    }

    @Test
    void aChallengeCanStillEndEitherWay() {
        long attempt = admitted(ONE, 5);
        stores.ledger().settle(ANN, attempt, AttemptOutcome.CHALLENGED, NOW);

        stores.ledger().settle(ANN, attempt, AttemptOutcome.SIGNED_IN, NOW);

        assertThat(stores.ledger().attempts(ANN).getFirst().outcome()).isEqualTo(AttemptOutcome.SIGNED_IN);
    }

    @Test
    void anAttemptThatWasNeverBegunCannotBeSettled() {
        assertThatThrownBy(() -> stores.ledger().settle(ANN, 4711, AttemptOutcome.SIGNED_IN, NOW))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("4711");
    }

    @Test
    void anAttemptIsSettledUnderItsOwnConnectionOnly() {
        long attempt = admitted(ONE, 5);

        assertThatThrownBy(() -> stores.ledger().settle(BEN, attempt, AttemptOutcome.SIGNED_IN, NOW))
                .isInstanceOf(IllegalStateException.class);
        assertThat(stores.ledger().attempts(ANN).getFirst().outcome()).isEqualTo(AttemptOutcome.UNKNOWN);
    }

    @Test
    void anAttemptThatWasOnItsWayCanBeSettledAfterADisconnect() {
        long attempt = admitted(ONE, 5);
        stores.connections().disconnect(ANN, NOW);

        stores.ledger().settle(ANN, attempt, AttemptOutcome.CREDENTIALS_REJECTED, NOW);

        assertThat(stores.ledger().attempts(ANN).getFirst().outcome()).isEqualTo(AttemptOutcome.CREDENTIALS_REJECTED);
    }

    @Test
    void whoIsNotConnectedIsNotSignedIn() {
        stores.connections().disconnect(ANN, NOW);

        assertThatThrownBy(() -> begin(ONE, 5, NOW)).isInstanceOf(DisconnectedException.class);
        assertThatThrownBy(() -> stores.ledger().begin(ANN_ELSEWHERE, ONE, 5, NOW))
                .isInstanceOf(DisconnectedException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5})
    void eightWorkersAtOnceNeverComeWithinOneOfTheThreshold(int threshold) throws Exception {
        CyclicBarrier together = new CyclicBarrier(8);
        Callable<Admission> begin = () -> {
            together.await();
            return begin(ONE, threshold, NOW);
        };

        List<Admission> answers;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            answers = threads.invokeAll(Collections.nCopies(8, begin)).stream()
                    .map(Future::resultNow)
                    .toList();
        }

        int most = Math.max(1, threshold - 2);
        assertThat(answers).filteredOn(Admission.Admitted.class::isInstance).hasSize(most);
        assertThat(stores.ledger().attempts(ANN)).hasSize(most);
    }

    private void attempt(String fingerprint, AttemptOutcome outcome) {
        stores.ledger().settle(ANN, admitted(fingerprint, 100), outcome, NOW);
    }

    private long admitted(String fingerprint, int threshold) {
        Admission admission = begin(fingerprint, threshold, NOW);
        assertThat(admission).isInstanceOf(Admission.Admitted.class);
        return ((Admission.Admitted) admission).attempt();
    }

    private void assertRefused(String fingerprint, int threshold, Instant when, Refusal reason) {
        assertThat(begin(fingerprint, threshold, when)).isEqualTo(new Admission.Refused(reason));
    }

    private Admission begin(String fingerprint, int threshold, Instant when) {
        return stores.ledger().begin(ANN, fingerprint, threshold, when);
    }
}
