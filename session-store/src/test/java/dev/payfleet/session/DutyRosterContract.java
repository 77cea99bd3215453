package dev.payfleet.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What every [DutyRoster] does.
public abstract class DutyRosterContract extends StoreContract {
    private static final Duration LIFE = Duration.ofSeconds(60);

    @Test
    void oneHoldsItAndTheOthersDoNot() {
        assertThat(hold("one", NOW)).isPresent();
        assertThat(hold("other", NOW.plusSeconds(59))).isEmpty();
    }

    @Test
    void whoAsksAgainHoldsOnUnderTheSameNumber() {
        OptionalLong first = hold("one", NOW);

        assertThat(hold("one", NOW.plusSeconds(50))).isEqualTo(first);
        assertThat(hold("other", NOW.plusSeconds(100))).isEmpty();
    }

    @Test
    void whoFellSilentIsFollowedByAnotherUnderALaterNumber() {
        long first = hold("one", NOW).orElseThrow();

        assertThat(hold("other", NOW.plusSeconds(60)).orElseThrow()).isGreaterThan(first);
        assertThat(hold("one", NOW.plusSeconds(61))).isEmpty();
    }

    @Test
    void whoComesBackAfterItsTimeHasALaterNumberToo() {
        long first = hold("one", NOW).orElseThrow();

        assertThat(hold("one", NOW.plusSeconds(60)).orElseThrow()).isGreaterThan(first);
    }

    @Test
    void whoGivesItUpIsFollowedAtOnce() {
        long first = hold("one", NOW).orElseThrow();
        stores.duties().release("plan", "other");
        assertThat(hold("other", NOW)).isEmpty();

        stores.duties().release("plan", "one");

        assertThat(hold("other", NOW).orElseThrow()).isGreaterThan(first);
    }

    @Test
    void dutiesAreApart() {
        assertThat(hold("one", NOW)).isPresent();
        assertThat(stores.duties().hold("sweep", "other", LIFE, NOW)).isPresent();
    }

    @Test
    void ofManyWhoAskAtOnceOneGetsIt() throws Exception {
        List<Callable<OptionalLong>> asking = IntStream.range(0, 12)
                .<Callable<OptionalLong>>mapToObj(i -> () -> hold("worker-" + i, NOW))
                .toList();

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<OptionalLong>> answers = threads.invokeAll(asking);
            assertThat(answers.stream().map(Future::resultNow).filter(OptionalLong::isPresent))
                    .hasSize(1);
        }
    }

    private OptionalLong hold(String holder, Instant now) {
        return stores.duties().hold("plan", holder, LIFE, now);
    }
}
