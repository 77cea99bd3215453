package dev.payfleet.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What every [SessionCensus] does.
public abstract class SessionCensusContract extends StoreContract {
    @Test
    void aSessionIsMetWithItsEndAndTheLastUseOfItsConnection() {
        connect(ANN);
        long fence = stores.sessions().claimForUse(ANN, NOW.plusSeconds(60));
        stores.sessions().save(ANN, fence, session("cookies"));

        assertThat(all(10)).containsExactly(new SessionMark(ANN, PROVIDER, NOW.plusSeconds(1800), NOW.plusSeconds(60)));
    }

    @Test
    void aClaimThatIsNobodysUseLeavesTheLastUseAsItWas() {
        connect(ANN);
        long used = stores.sessions().claimForUse(ANN, NOW.plusSeconds(60));
        long refreshed = stores.sessions().claim(ANN);
        stores.sessions().save(ANN, refreshed, session("cookies"));

        assertThat(refreshed).isGreaterThan(used);
        assertThat(all(10)).extracting(SessionMark::usedAt).containsExactly(NOW.plusSeconds(60));
    }

    @Test
    void aConnectionThatWasNeverUsedCountsFromItsBeginning() {
        connect(ANN);
        stores.sessions().save(ANN, stores.sessions().claim(ANN), session("cookies"));

        assertThat(all(10)).extracting(SessionMark::usedAt).containsExactly(NOW);
    }

    @Test
    void aConnectionWithoutSessionIsNotMet() {
        connect(ANN);
        connect(BEN);
        long fence = stores.sessions().claim(BEN);
        stores.sessions().save(BEN, fence, session("cookies"));
        stores.trusts().save(ANN, stores.sessions().claim(ANN), trust("device"));
        stores.sessions().forget(BEN, fence);

        assertThat(all(10)).isEmpty();
    }

    @Test
    void whoLeftIsNotMet() {
        connect(ANN);
        stores.sessions().save(ANN, stores.sessions().claimForUse(ANN, NOW), session("cookies"));

        Wiped _ = stores.connections().disconnect(ANN, NOW);

        assertThat(all(10)).isEmpty();
    }

    @Test
    void whoComesBackBringsNoFormerUse() {
        connect(ANN);
        stores.sessions().save(ANN, stores.sessions().claimForUse(ANN, NOW.plusSeconds(99)), session("cookies"));
        Wiped _ = stores.connections().disconnect(ANN, NOW);
        connect(ANN);
        stores.sessions().save(ANN, stores.sessions().claim(ANN), session("cookies"));

        assertThat(all(10)).extracting(SessionMark::usedAt).containsExactly(NOW);
    }

    @Test
    void aLaterSessionTakesThePlaceOfTheEarlier() {
        connect(ANN);
        long fence = stores.sessions().claim(ANN);
        stores.sessions().save(ANN, fence, session("first"));
        stores.sessions().save(ANN, fence, new StoredSession(Secret.of("second"), NOW, NOW.plusSeconds(7200), null));

        assertThat(all(10)).extracting(SessionMark::expiresAt).containsExactly(NOW.plusSeconds(7200));
    }

    @Test
    void whoPagesMeetsEverybodyOnce() {
        List<ConnectionKey> keys = new ArrayList<>(List.of(ANN, BEN, ANN_ELSEWHERE));
        for (int i = 0; i < 20; i++) {
            keys.add(new ConnectionKey("client-" + i % 3, "connection:" + i));
        }
        for (ConnectionKey key : keys) {
            connect(key);
            stores.sessions().save(key, stores.sessions().claim(key), session("cookies"));
        }

        assertThat(all(7)).extracting(SessionMark::key).containsExactlyInAnyOrderElementsOf(keys);
    }

    private List<SessionMark> all(int page) {
        List<SessionMark> marks = new ArrayList<>();
        Optional<String> next = Optional.empty();
        do {
            CensusPage read = stores.census().page(next, page);
            marks.addAll(read.marks());
            next = read.next();
        } while (next.isPresent());
        return marks;
    }
}
