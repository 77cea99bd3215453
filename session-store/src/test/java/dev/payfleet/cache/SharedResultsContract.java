package dev.payfleet.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.payfleet.session.ConnectionStore;
import dev.payfleet.session.DisconnectedException;
import dev.payfleet.session.StoreContract;
import dev.payfleet.session.StoreUnavailableException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Two processes with memory of their own over one store: what either says after the other did something.
public abstract class SharedResultsContract extends StoreContract {
    private static final ResultKey COMPANY = new ResultKey(ANN, PROVIDER, "company");
    private static final Duration HOUR = CachedResult.DEFAULT_LIFE;
    private static final int MUCH = 1 << 20;
    private static final int TOGETHER = 20;

    private final AtomicLong nanos = new AtomicLong();
    private Peer here;
    private Peer there;

    @BeforeEach
    final void connectAnn() {
        here = new Peer(MUCH);
        there = new Peer(MUCH);
        connect(ANN);
    }

    @Test
    void whatIsAskedAgainIsReadOnce() {
        there.store("[1]", NOW);

        assertThat(List.of(here.ask(HOUR, NOW), here.ask(HOUR, NOW), here.ask(HOUR, NOW.plusSeconds(60))))
                .allSatisfy(answer -> assertThat(answer).contains(result("[1]", NOW)));

        assertThat(here.asked.times()).isEqualTo(1);
    }

    @Test
    void thatThereIsNothingIsNotRemembered() {
        assertThat(here.ask(HOUR, NOW)).isEmpty();

        stores.results()
                .put(
                        COMPANY,
                        result("[1]", NOW),
                        stores.connections().find(ANN).orElseThrow().fence());

        assertThat(here.ask(HOUR, NOW)).contains(result("[1]", NOW));
    }

    /// Everything that can become of a connection, in this process or in another.
    enum Change {
        LATER_RESULT {
            @Override
            void in(Peer process) {
                process.store("[2]", NOW.plusSeconds(1));
            }
        },
        ANOTHER_ACCOUNT {
            @Override
            void in(Peer process) {
                process.connections.connect(ANN, PROVIDER, credential("another", "correct horse"), NOW);
            }
        },
        ANOTHER_ACCOUNT_AND_ITS_RESULT {
            @Override
            void in(Peer process) {
                ANOTHER_ACCOUNT.in(process);
                process.store("[3]", NOW);
            }
        },
        ANOTHER_PROVIDER {
            @Override
            void in(Peer process) {
                process.connections.connect(ANN, "meridian", credential("someone", "correct horse"), NOW);
            }
        },
        LEFT_AND_CAME_BACK_AT_THE_SAME_MOMENT {
            @Override
            void in(Peer process) {
                process.connections.disconnect(ANN, NOW);
                process.connections.connect(ANN, PROVIDER, credential("someone", "correct horse"), NOW);
            }
        };

        abstract void in(Peer process);
    }

    @ParameterizedTest
    @EnumSource
    void memoryNeverSaysWhatTheStoreNoLongerDoes(Change change) {
        there.store("[1]", NOW);
        here.ask(HOUR, NOW);

        change.in(there);

        assertThat(here.ask(HOUR, NOW.plusSeconds(2)))
                .isEqualTo(stores.results().find(COMPANY, NOW.plusSeconds(2)));
    }

    @ParameterizedTest
    @EnumSource
    void whatChangesInThisProcessLeavesItsMemoryAtOnce(Change change) {
        there.store("[1]", NOW);
        here.ask(HOUR, NOW);

        change.in(here);

        assertThat(here.held.count()).isZero();
        assertThat(here.ask(HOUR, NOW.plusSeconds(2)))
                .isEqualTo(stores.results().find(COMPANY, NOW.plusSeconds(2)));
    }

    @ParameterizedTest
    @EnumSource
    void aReadThatWasUnderWayWhenThisProcessChangedSomethingIsNotHeld(Change change) {
        there.store("[1]", NOW);
        here.asked.afterEachRead(() -> change.in(here));

        here.ask(HOUR, NOW.plusSeconds(2));

        assertThat(here.held.count()).isZero();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoLeftIsAnsweredNothingWhereverTheyLeft(boolean leftHere) {
        there.store("[1]", NOW);
        here.ask(HOUR, NOW);

        (leftHere ? here : there).connections.disconnect(ANN, NOW);

        assertThatThrownBy(() -> here.ask(HOUR, NOW)).isInstanceOf(DisconnectedException.class);
    }

    /// A claim shows in the fence, and its holder may store long after: until then both say the earlier result.
    @Test
    void aLaterResultUnderAKnownClaimIsHiddenNoLongerThanTheAgeThatIsAccepted() {
        there.store("[1]", NOW);
        long claim = stores.sessions().claim(ANN);
        here.ask(HOUR, NOW);
        Instant later = NOW.plusSeconds(100);
        stores.results().put(COMPANY, result("[2]", later), claim);

        assertThat(here.ask(Duration.ofSeconds(101), later.plusSeconds(1))).contains(result("[1]", NOW));
        assertThat(here.ask(Duration.ofSeconds(100), later.plusSeconds(1))).contains(result("[2]", later));
        assertThat(here.ask(HOUR, later.plusSeconds(1))).contains(result("[2]", later));
        assertThat(here.asked.times()).isEqualTo(2);
    }

    @Test
    void anOlderAnswerThanAcceptedIsNone() {
        there.store("[1]", NOW);

        assertThat(here.ask(Duration.ofSeconds(10), NOW.plusSeconds(10))).isPresent();
        assertThat(here.ask(Duration.ofSeconds(10), NOW.plusSeconds(11))).isEmpty();
        assertThat(here.ask(Duration.ofSeconds(11), NOW.plusSeconds(11))).isPresent();
    }

    @Test
    void whatHasExpiredIsNotAnsweredWhileMemoryAndStoreStillHoldIt() {
        there.store("[1]", NOW);
        here.ask(HOUR, NOW);

        assertThat(here.ask(HOUR.multipliedBy(2), NOW.plus(HOUR).minusMillis(1)))
                .isPresent();
        assertThat(here.ask(HOUR.multipliedBy(2), NOW.plus(HOUR))).isEmpty();
    }

    @Test
    void aResultLeavesMemoryAfterFiveMinutesHoweverOftenItIsAskedFor() {
        there.store("[1]", NOW);
        here.ask(HOUR, NOW);
        pass(HeldResults.LONGEST.minusSeconds(1));
        here.ask(HOUR, NOW);
        assertThat(here.held.count()).isEqualTo(1);

        pass(Duration.ofSeconds(1));

        assertThat(here.held.count()).isZero();
    }

    @Test
    void aResultThatExpiresSoonerLeavesMemorySooner() {
        there.store("[1]", NOW);
        here.ask(HOUR, NOW.plus(HOUR).minusSeconds(30));

        pass(Duration.ofSeconds(30));

        assertThat(here.held.count()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3_000})
    void memoryHoldsNoMoreBytesThanAllowed(int bytes) {
        Peer small = new Peer(bytes);
        long fence = stores.sessions().claim(ANN);
        for (int number = 0; number < 10; number++) {
            ResultKey key = new ResultKey(ANN, PROVIDER, "payslips?payrun_id=" + number);
            stores.results().put(key, result("[1234]", NOW), fence);
            assertThat(small.ask(key, HOUR, NOW)).isPresent();
        }

        assertThat(small.held.count()).isEqualTo(bytes / 1_006);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, MUCH})
    void equalQuestionsAtTheSameTimeCauseOneRead(int bytes) throws Exception {
        there.store("[1]", NOW);
        Peer busy = new Peer(bytes);

        assertThat(askedTogether(busy))
                .hasSize(TOGETHER)
                .allSatisfy(answer -> assertThat(answer.get()).contains(result("[1]", NOW)));
        assertThat(busy.asked.times()).isEqualTo(1);
    }

    @Test
    void equalQuestionsAtTheSameTimeShareThatThereIsNothing() throws Exception {
        assertThat(askedTogether(here))
                .hasSize(TOGETHER)
                .allSatisfy(answer -> assertThat(answer.get()).isEmpty());
        assertThat(here.asked.times()).isEqualTo(1);
    }

    @Test
    void aReadThatFailsFailsForAllWhoAskedAndIsNotRemembered() throws Exception {
        there.store("[1]", NOW);
        here.asked.afterEachRead(() -> {
            throw new StoreUnavailableException(StoreUnavailableException.Reason.BUSY, "the store", "a test");
        });

        assertThat(askedTogether(here))
                .hasSize(TOGETHER)
                .allSatisfy(answer ->
                        assertThatThrownBy(answer::get).hasCauseExactlyInstanceOf(StoreUnavailableException.class));
        assertThat(here.asked.times()).isEqualTo(1);

        here.asked.afterEachRead(() -> {});
        assertThat(here.ask(HOUR, NOW)).isPresent();
    }

    /// One asks, and is answered only once all the others wait for the same answer.
    private List<FutureTask<Optional<CachedResult>>> askedTogether(Peer process) throws Exception {
        Freshness wanted = process.fresh(HOUR, NOW);
        Callable<Optional<CachedResult>> question = () -> process.results.find(COMPANY, wanted);
        List<FutureTask<Optional<CachedResult>>> answers = Stream.generate(() -> new FutureTask<>(question))
                .limit(TOGETHER)
                .toList();
        List<Thread> others =
                answers.stream().skip(1).map(Thread.ofVirtual()::unstarted).toList();
        Runnable before = process.asked.afterwards();
        process.asked.afterEachRead(() -> {
            others.forEach(Thread::start);
            others.forEach(SharedResultsContract::awaitWaiting);
            before.run();
        });
        answers.getFirst().run();
        for (Thread other : others) {
            other.join();
        }
        return answers;
    }

    private static void awaitWaiting(Thread thread) {
        while (thread.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private static CachedResult result(String body, Instant retrievedAt) {
        return new CachedResult(
                body.getBytes(StandardCharsets.UTF_8), 1, false, retrievedAt, retrievedAt.plus(HOUR), "http");
    }

    /// One process's memory in front of the store that all share.
    private final class Peer {
        private final AskedResults asked = new AskedResults(stores.results());
        private final HeldResults held;
        private final FrontedResultCache results;
        private final ConnectionStore connections;

        Peer(int bytes) {
            held = new HeldResults(bytes, nanos::get);
            results = new FrontedResultCache(asked, held);
            connections = results.watching(stores.connections());
        }

        Optional<CachedResult> ask(Duration maxAge, Instant now) {
            return ask(COMPANY, maxAge, now);
        }

        Optional<CachedResult> ask(ResultKey key, Duration maxAge, Instant now) {
            return results.find(key, fresh(maxAge, now));
        }

        Freshness fresh(Duration maxAge, Instant now) {
            return Freshness.of(connections.find(ANN).orElseThrow(), maxAge, now);
        }

        void store(String body, Instant at) {
            String _ = results.put(COMPANY, result(body, at), stores.sessions().claim(ANN));
        }
    }
}
