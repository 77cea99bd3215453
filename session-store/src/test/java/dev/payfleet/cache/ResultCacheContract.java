package dev.payfleet.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.payfleet.session.DisconnectedException;
import dev.payfleet.session.StaleFenceException;
import dev.payfleet.session.StoreContract;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every [ResultCache] does.
public abstract class ResultCacheContract extends StoreContract {
    private static final ResultKey COMPANY = new ResultKey(ANN, PROVIDER, "company");
    private static final ResultKey EMPLOYEES = new ResultKey(ANN, PROVIDER, "employees");
    private static final Instant EXPIRY = NOW.plus(CachedResult.DEFAULT_LIFE);

    private long fence;

    @BeforeEach
    final void claimAnn() {
        connect(ANN);
        fence = stores.sessions().claim(ANN);
    }

    @Test
    void aResultIsFoundAsItWasPut() {
        CachedResult result =
                new CachedResult("[{\"a\":\"é\"}]".getBytes(StandardCharsets.UTF_8), 1, true, NOW, EXPIRY, "browser");

        stores.results().put(COMPANY, result, fence);

        assertThat(found(COMPANY, NOW)).contains(result);
        assertThat(found(EMPLOYEES, NOW)).isEmpty();
    }

    @Test
    void aLaterResultTakesThePlaceOfTheEarlier() {
        stores.results().put(COMPANY, result("[1]"), fence);

        stores.results().put(COMPANY, result("[2]"), fence);

        assertThat(found(COMPANY, NOW)).contains(result("[2]"));
    }

    @Test
    void aResultIsFoundByItsIdUnderItsOwnConnectionOnly() {
        String id = stores.results().put(COMPANY, result("[1]"), fence);

        assertThat(id).isEqualTo(COMPANY.id());
        assertThat(stores.results().findById(ANN, id, NOW)).contains(result("[1]"));
        assertThat(stores.results().findById(BEN, id, NOW)).isEmpty();
        assertThat(stores.results().findById(ANN_ELSEWHERE, id, NOW)).isEmpty();
        assertThat(stores.results().findById(ANN, EMPLOYEES.id(), NOW)).isEmpty();
    }

    @Test
    void anExpiredResultIsNeverHandedOut() {
        String id = stores.results().put(COMPANY, result("[1]"), fence);

        assertThat(found(COMPANY, EXPIRY.minus(Duration.ofMillis(1)))).isPresent();
        assertThat(found(COMPANY, EXPIRY)).isEmpty();
        assertThat(stores.results().findById(ANN, id, EXPIRY)).isEmpty();
    }

    @Test
    void aSweepDeletesTheExpiredAndLeavesTheRest() {
        stores.results().put(COMPANY, result("[1]"), fence);
        CachedResult longer = new CachedResult(new byte[] {'[', ']'}, 0, false, NOW, EXPIRY.plusSeconds(60), "http");
        stores.results().put(EMPLOYEES, longer, fence);

        assertThat(stores.results().sweep(EXPIRY)).isEqualTo(1);

        assertThat(found(COMPANY, NOW)).isEmpty();
        assertThat(found(EMPLOYEES, NOW)).contains(longer);
    }

    @Test
    void nothingIsKeptForWhoDisconnected() {
        stores.connections().disconnect(ANN, NOW);

        assertThatThrownBy(() -> stores.results().put(COMPANY, result("[1]"), fence))
                .isInstanceOf(DisconnectedException.class);
    }

    @Test
    void whoClaimedEarlierMayNoLongerPut() {
        stores.sessions().claim(ANN);

        assertThatThrownBy(() -> stores.results().put(COMPANY, result("[1]"), fence))
                .isInstanceOf(StaleFenceException.class);
        assertThat(found(COMPANY, NOW)).isEmpty();
    }

    /// What is found, in whichever way these results are asked.
    protected Optional<CachedResult> found(ResultKey key, Instant now) {
        return stores.results().find(key, now);
    }

    private static CachedResult result(String body) {
        return new CachedResult(body.getBytes(StandardCharsets.UTF_8), 1, false, NOW, EXPIRY, "http");
    }
}
