package dev.payfleet.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What every [SessionStore] does, and every [TrustStore] beside it.
public abstract class SessionStoreContract extends StoreContract {
    @Test
    void aSavedSessionIsFoundAsItWas() {
        connect(ANN);
        StoredSession saved = session("{\"cookies\":[]}");

        stores.sessions().save(ANN, stores.sessions().claim(ANN), saved);

        assertThat(stores.sessions().find(ANN)).contains(saved);
        assertThat(stores.sessions().find(BEN)).isEmpty();
    }

    @Test
    void aSessionMayLackItsUserAgentAndBeLarge() {
        connect(ANN);
        StoredSession saved = new StoredSession(Secret.of("x".repeat(700_000)), NOW, NOW.plusSeconds(1), null);

        stores.sessions().save(ANN, stores.sessions().claim(ANN), saved);

        assertThat(stores.sessions().find(ANN)).contains(saved);
    }

    @Test
    void anExpiredSessionIsStillFoundForTheCallerToJudge() {
        connect(ANN);
        StoredSession expired = new StoredSession(Secret.of("old"), NOW.minusSeconds(9), NOW.minusSeconds(1), null);

        stores.sessions().save(ANN, stores.sessions().claim(ANN), expired);

        assertThat(stores.sessions().find(ANN)).contains(expired);
    }

    @Test
    void aLaterSessionTakesThePlaceOfTheEarlier() {
        connect(ANN);
        long fence = stores.sessions().claim(ANN);
        stores.sessions().save(ANN, fence, session("first"));

        stores.sessions().save(ANN, fence, session("second"));

        assertThat(stores.sessions().find(ANN)).contains(session("second"));
    }

    @Test
    void claimsGrow() {
        connect(ANN);

        assertThat(stores.sessions().claim(ANN)).isLessThan(stores.sessions().claim(ANN));
    }

    @Test
    void claimsOfManyThreadsAreAllDifferent() throws Exception {
        connect(ANN);
        Set<Long> claims = ConcurrentHashMap.newKeySet();
        Callable<Boolean> claim = () -> claims.add(stores.sessions().claim(ANN));

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.invokeAll(IntStream.range(0, 40).mapToObj(i -> claim).toList());
        }

        assertThat(claims).hasSize(40);
    }

    @Test
    void whoClaimedEarlierMayNoLongerWrite() {
        connect(ANN);
        long earlier = stores.sessions().claim(ANN);
        long later = stores.sessions().claim(ANN);
        stores.sessions().save(ANN, later, session("of the later"));

        List<Runnable> writes = List.of(
                () -> stores.sessions().save(ANN, earlier, session("of the earlier")),
                () -> stores.sessions().forget(ANN, earlier),
                () -> stores.trusts().save(ANN, earlier, trust("of the earlier")),
                () -> stores.trusts().forget(ANN, earlier));

        for (Runnable write : writes) {
            assertThatThrownBy(write::run)
                    .isInstanceOf(StaleFenceException.class)
                    .hasMessageContaining("acme/ann");
        }
        assertThat(stores.sessions().find(ANN)).contains(session("of the later"));
    }

    @Test
    void aClaimThatWasNeverMadeIsRefused() {
        connect(ANN);
        long next = stores.sessions().claim(ANN) + 1;

        assertThatThrownBy(() -> stores.sessions().save(ANN, next, session("invented")))
                .isInstanceOf(StaleFenceException.class);
    }

    @Test
    void nothingIsKeptForWhoIsNotConnected() {
        connect(BEN);
        long fence = stores.sessions().claim(BEN);
        stores.connections().disconnect(BEN, NOW);

        assertThatThrownBy(() -> stores.sessions().save(BEN, fence, session("late")))
                .isInstanceOf(DisconnectedException.class)
                .hasMessageContaining("acme/ben");
        assertThatThrownBy(() -> stores.trusts().save(BEN, fence, trust("late")))
                .isInstanceOf(DisconnectedException.class);
        assertThatThrownBy(() -> stores.sessions().claim(BEN)).isInstanceOf(DisconnectedException.class);
        assertThatThrownBy(() -> stores.sessions().claim(ANN)).isInstanceOf(DisconnectedException.class);
    }

    @Test
    void aForgottenSessionIsGoneAndTheTrustStays() {
        connect(ANN);
        long fence = stores.sessions().claim(ANN);
        stores.sessions().save(ANN, fence, session("cookies"));
        stores.trusts().save(ANN, fence, trust("device"));

        stores.sessions().forget(ANN, fence);

        assertThat(stores.sessions().find(ANN)).isEmpty();
        assertThat(stores.trusts().find(ANN)).contains(trust("device"));
    }

    @Test
    void aForgottenTrustIsGoneAndTheSessionStays() {
        connect(ANN);
        long fence = stores.sessions().claim(ANN);
        stores.sessions().save(ANN, fence, session("cookies"));
        stores.trusts().save(ANN, fence, trust("device"));

        stores.trusts().forget(ANN, fence);

        assertThat(stores.trusts().find(ANN)).isEmpty();
        assertThat(stores.sessions().find(ANN)).contains(session("cookies"));
    }
}
