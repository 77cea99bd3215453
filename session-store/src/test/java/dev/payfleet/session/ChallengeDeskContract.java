package dev.payfleet.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.payfleet.session.HandedIn.Wish;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every [ChallengeDesk] does.
public abstract class ChallengeDeskContract extends StoreContract {
    private static final UUID JOB = UUID.fromString("6f4bfb4a-6d3a-4b3b-9a6e-2f0f4a3c1d11");
    private static final UUID ANOTHER_JOB = UUID.fromString("0a1f5f0e-5b5c-4a52-8d53-6c6b0c0f7a22");
    private static final Instant EXPIRES = NOW.plusSeconds(300);

    private ChallengeDesk desk;
    private long fence;

    @BeforeEach
    final void connectSome() {
        desk = stores.challenges();
        connect(ANN);
        connect(BEN);
        fence = stores.sessions().claim(ANN);
    }

    @Test
    void anOpenChallengeIsFoundAsItWas() {
        OpenChallenge opened = new OpenChallenge(
                UUID.randomUUID(),
                "choose_method",
                "Wähle, wie du den Code bekommst",
                List.of("otp_sms", "otp_email"),
                EXPIRES,
                NOW.plusSeconds(20),
                "{\"job_id\":\"1\"}");

        desk.open(ANN, fence, opened);

        assertThat(desk.find(ANN)).contains(opened);
        assertThat(desk.find(BEN)).isEmpty();
        assertThat(desk.find(ANN_ELSEWHERE)).isEmpty();
    }

    @Test
    void aLaterChallengeTakesThePlaceOfTheEarlier() {
        OpenChallenge earlier = opened();
        HandedIn wish = handIn(earlier, JOB, Wish.APPROVE);

        OpenChallenge later = opened();

        assertThat(desk.find(ANN)).contains(later);
        assertThat(desk.hold(ANN, earlier.id(), EXPIRES)).isFalse();
        assertThat(desk.take(ANN, earlier.id())).isEmpty();
        assertThat(desk.handIn(ANN, earlier.id(), wish)).isFalse();
        assertThat(desk.take(ANN, later.id())).isEmpty();
    }

    @Test
    void whoseClaimIsOutdatedOpensNothing() {
        long _ = stores.sessions().claim(ANN);

        assertThatThrownBy(() -> desk.open(ANN, fence, challenge()))
                .isInstanceOf(StaleFenceException.class)
                .hasMessageContaining("acme/ann");
        assertThat(desk.find(ANN)).isEmpty();
    }

    @Test
    void whoIsNotConnectedIsAskedNothingAndDepositsNothing() {
        stores.connections().disconnect(ANN, NOW);

        assertThatThrownBy(() -> desk.open(ANN, fence, challenge())).isInstanceOf(DisconnectedException.class);
        assertThatThrownBy(() -> desk.deposit(ANN, JOB, Secret.of("123456"), NOW))
                .isInstanceOf(DisconnectedException.class)
                .hasMessageNotContaining("123456");
        assertThat(desk.answer(ANN, JOB)).isEmpty();
    }

    @Test
    void aHeldPageStaysHeldUntilTheNewTime() {
        OpenChallenge opened = opened();

        assertThat(desk.hold(ANN, opened.id(), NOW.plusSeconds(60))).isTrue();

        OpenChallenge held = desk.find(ANN).orElseThrow();
        assertThat(held.heldUntil()).isEqualTo(NOW.plusSeconds(60));
        assertThat(held.expiresAt()).isEqualTo(opened.expiresAt());
    }

    @Test
    void whatIsHandedInIsTakenOnce() {
        OpenChallenge opened = opened();

        HandedIn wish = new HandedIn(JOB, Wish.CHOOSE, "otp_sms");
        assertThat(desk.handIn(ANN, opened.id(), wish)).isTrue();

        assertThat(desk.take(ANN, opened.id())).contains(wish);
        assertThat(desk.take(ANN, opened.id())).isEmpty();
    }

    @Test
    void handingInAgainChangesNothing() {
        OpenChallenge opened = opened();
        HandedIn wish = handIn(opened, JOB, Wish.TYPE);

        assertThat(desk.handIn(ANN, opened.id(), wish)).isTrue();
        assertThat(desk.take(ANN, opened.id())).contains(wish);

        assertThat(desk.handIn(ANN, opened.id(), wish)).isTrue();
        assertThat(desk.take(ANN, opened.id())).isEmpty();
    }

    @Test
    void onlyOneWishAtATimeWaitsForItsVerdict() {
        OpenChallenge opened = opened();
        HandedIn first = handIn(opened, JOB, Wish.TYPE);
        HandedIn second = new HandedIn(ANOTHER_JOB, Wish.RESEND, null);

        assertThat(desk.handIn(ANN, opened.id(), second)).isFalse();
        assertThat(desk.take(ANN, opened.id())).contains(first);
        assertThat(desk.handIn(ANN, opened.id(), second)).isFalse();
        desk.tell(ANN, opened.id(), JOB, "wrong", false);

        assertThat(desk.handIn(ANN, opened.id(), second)).isTrue();
        assertThat(desk.take(ANN, opened.id())).contains(second);
        assertThat(desk.verdict(ANN, opened.id(), JOB)).contains("wrong");
        assertThat(desk.verdict(ANN, opened.id(), ANOTHER_JOB)).isEmpty();
    }

    @Test
    void nothingIsHandedInForWhatIsNotOpen() {
        OpenChallenge opened = opened();
        HandedIn wish = new HandedIn(JOB, Wish.APPROVE, null);

        assertThat(desk.handIn(ANN, UUID.randomUUID(), wish)).isFalse();
        assertThat(desk.handIn(BEN, opened.id(), wish)).isFalse();
        assertThat(desk.take(ANN, opened.id())).isEmpty();
    }

    @Test
    void theVerdictOutlivesTheChallenge() {
        OpenChallenge opened = opened();
        HandedIn wish = handIn(opened, JOB, Wish.TYPE);
        Optional<HandedIn> _ = desk.take(ANN, opened.id());

        desk.tell(ANN, opened.id(), JOB, "{\"signed_in\":true}", true);

        assertThat(desk.find(ANN)).isEmpty();
        assertThat(desk.hold(ANN, opened.id(), EXPIRES)).isFalse();
        assertThat(desk.verdict(ANN, opened.id(), JOB)).contains("{\"signed_in\":true}");
        assertThat(desk.handIn(ANN, opened.id(), wish)).isTrue();
        assertThat(desk.handIn(ANN, opened.id(), new HandedIn(ANOTHER_JOB, Wish.TYPE, null)))
                .isFalse();
    }

    @Test
    void theVerdictOnAReplacedChallengeIsToldAndLeavesTheNextOpen() {
        OpenChallenge earlier = opened();
        HandedIn _ = handIn(earlier, JOB, Wish.RESEND);
        OpenChallenge later = opened();

        desk.tell(ANN, earlier.id(), JOB, "asked for more", true);

        assertThat(desk.verdict(ANN, earlier.id(), JOB)).contains("asked for more");
        assertThat(desk.find(ANN)).contains(later);
    }

    @Test
    void ofAWishThatWasNeverHandedInNothingIsKept() {
        OpenChallenge opened = opened();

        desk.tell(ANN, opened.id(), JOB, "signed in", false);

        assertThat(desk.verdict(ANN, opened.id(), JOB)).isEmpty();
    }

    @Test
    void anEndedChallengeIsGoneWithoutAVerdict() {
        OpenChallenge opened = opened();
        HandedIn wish = handIn(opened, JOB, Wish.TYPE);

        desk.end(ANN, opened.id());
        desk.end(ANN, opened.id());

        assertThat(desk.find(ANN)).isEmpty();
        assertThat(desk.take(ANN, opened.id())).isEmpty();
        assertThat(desk.verdict(ANN, opened.id(), JOB)).isEmpty();
        assertThat(desk.handIn(ANN, opened.id(), wish)).isFalse();
    }

    @Test
    void endingAnEarlierChallengeLeavesTheLaterOpen() {
        OpenChallenge earlier = opened();
        OpenChallenge later = opened();

        desk.end(ANN, earlier.id());

        assertThat(desk.find(ANN)).contains(later);
    }

    @Test
    void anAnswerOpensOnceAndForItsJobAlone() {
        desk.deposit(ANN, JOB, Secret.of("123456"), NOW);

        assertThat(desk.answer(ANN, ANOTHER_JOB)).isEmpty();
        assertThat(desk.answer(BEN, JOB)).isEmpty();
        assertThat(desk.answer(ANN, JOB).map(Secret::reveal)).contains("123456");
        assertThat(desk.answer(ANN, JOB)).isEmpty();
    }

    @Test
    void aSecondDepositOfTheSameJobReplacesTheFirst() {
        desk.deposit(ANN, JOB, Secret.of("111111"), NOW);
        desk.deposit(ANN, JOB, Secret.of("222222"), NOW.plusSeconds(1));

        assertThat(desk.answer(ANN, JOB).map(Secret::reveal)).contains("222222");
        assertThat(desk.answer(ANN, JOB)).isEmpty();
    }

    @Test
    void ofManyWhoAskAtOnceOneGetsTheAnswer() throws Exception {
        desk.deposit(ANN, JOB, Secret.of("123456"), NOW);

        assertThat(atOnce(() -> desk.answer(ANN, JOB))).containsExactly(Secret.of("123456"));
    }

    @Test
    void ofManyWhoTakeAtOnceOneGetsTheWish() throws Exception {
        OpenChallenge opened = opened();
        HandedIn wish = handIn(opened, JOB, Wish.APPROVE);

        assertThat(atOnce(() -> desk.take(ANN, opened.id()))).containsExactly(wish);
    }

    @Test
    void ofManyWhoHandInAtOnceOneIsHeard() throws Exception {
        OpenChallenge opened = opened();

        assertThat(atOnce(() -> Optional.of(new HandedIn(UUID.randomUUID(), Wish.APPROVE, null))
                        .filter(wish -> desk.handIn(ANN, opened.id(), wish))))
                .hasSize(1)
                .contains(desk.take(ANN, opened.id()).orElseThrow());
    }

    @Test
    void aDisconnectWipesEverythingHereAndCountsIt() {
        OpenChallenge opened = filled();

        Wiped wiped = stores.connections().disconnect(ANN, NOW);

        assertThat(wiped.challenges()).isEqualTo(3);
        connect(ANN);
        assertNothingOf(opened);
    }

    @Test
    void aConnectWithAnotherAccountEndsWhatWasAskedOfTheFormer() {
        OpenChallenge opened = filled();

        stores.connections().connect(ANN, PROVIDER, credential("another", "correct horse"), NOW);

        assertNothingOf(opened);
    }

    @Test
    void aNewPasswordOfTheSameUserLeavesTheChallengeOpen() {
        OpenChallenge opened = opened();

        stores.connections().connect(ANN, PROVIDER, credential("someone", "new password"), NOW);

        assertThat(desk.find(ANN)).contains(opened);
    }

    @Test
    void aWorkerInFlightWritesNothingAfterADisconnect() {
        OpenChallenge opened = filled();
        stores.connections().disconnect(ANN, NOW);

        desk.tell(ANN, opened.id(), JOB, "signed in", true);
        desk.end(ANN, opened.id());

        assertThat(desk.hold(ANN, opened.id(), EXPIRES)).isFalse();
        assertThat(desk.handIn(ANN, opened.id(), new HandedIn(ANOTHER_JOB, Wish.TYPE, null)))
                .isFalse();
        assertNothingOf(opened);
    }

    @Test
    void aDisconnectLeavesOthersAlone() {
        OpenChallenge opened = filled();

        stores.connections().disconnect(BEN, NOW);

        assertThat(desk.find(ANN)).contains(opened);
        assertThat(desk.answer(ANN, JOB)).isPresent();
    }

    @Test
    void theSweepDeletesWhatIsAnHourPastItsTime() {
        OpenChallenge opened = filled();
        desk.tell(ANN, opened.id(), JOB, "wrong", false);

        assertThat(desk.sweep(NOW.plus(Duration.ofHours(1)).minusNanos(1000))).isZero();
        assertThat(desk.sweep(NOW.plus(Duration.ofHours(1)))).isEqualTo(1);
        assertThat(desk.answer(ANN, JOB)).isEmpty();
        assertThat(desk.sweep(EXPIRES.plus(Duration.ofHours(1)).minusNanos(1000)))
                .isZero();
        assertThat(desk.verdict(ANN, opened.id(), JOB)).contains("wrong");
        assertThat(desk.sweep(EXPIRES.plus(Duration.ofHours(1)))).isEqualTo(2);
        assertNothingOf(opened);
    }

    private OpenChallenge filled() {
        OpenChallenge opened = opened();
        HandedIn _ = handIn(opened, JOB, Wish.TYPE);
        desk.deposit(ANN, JOB, Secret.of("123456"), NOW);
        return opened;
    }

    private void assertNothingOf(OpenChallenge challenge) {
        assertThat(desk.find(ANN)).isEmpty();
        assertThat(desk.take(ANN, challenge.id())).isEmpty();
        assertThat(desk.answer(ANN, JOB)).isEmpty();
        assertThat(desk.verdict(ANN, challenge.id(), JOB)).isEmpty();
    }

    private OpenChallenge opened() {
        OpenChallenge challenge = challenge();
        desk.open(ANN, fence, challenge);
        return challenge;
    }

    private static OpenChallenge challenge() {
        return new OpenChallenge(
                UUID.randomUUID(), "otp_sms", "The code that was sent", List.of(), EXPIRES, NOW.plusSeconds(20), "{}");
    }

    private HandedIn handIn(OpenChallenge challenge, UUID job, Wish wish) {
        HandedIn handedIn = new HandedIn(job, wish, null);
        assertThat(desk.handIn(ANN, challenge.id(), handedIn)).isTrue();
        return handedIn;
    }

    private static <T> List<T> atOnce(Callable<Optional<T>> question) throws Exception {
        int askers = 6;
        CyclicBarrier start = new CyclicBarrier(askers);
        Callable<Optional<T>> asker = () -> {
            start.await();
            return question.call();
        };
        try (ExecutorService threads = Executors.newFixedThreadPool(askers)) {
            return threads.invokeAll(Collections.nCopies(askers, asker)).stream()
                    .map(Future::resultNow)
                    .flatMap(Optional::stream)
                    .toList();
        }
    }
}
