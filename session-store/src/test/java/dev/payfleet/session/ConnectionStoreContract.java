package dev.payfleet.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.payfleet.cache.CachedResult;
import dev.payfleet.cache.ResultKey;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What every [ConnectionStore] does.
public abstract class ConnectionStoreContract extends StoreContract {
    private static final ResultKey QUESTION = new ResultKey(ANN, PROVIDER, "company");

    @Test
    void nobodyIsConnectedAtFirst() {
        assertThat(stores.connections().find(ANN)).isEmpty();
        assertThat(stores.connections().credential(ANN)).isEmpty();
    }

    @Test
    void whoConnectsIsFound() {
        stores.connections().connect(ANN, PROVIDER, credential("ann@example.com", "pässword"), NOW);

        assertThat(stores.connections().find(ANN))
                .contains(new Connection(ANN, PROVIDER, NOW, ConnectionState.ACTIVE, fence(ANN)));
        StoredCredential stored = stores.connections().credential(ANN).orElseThrow();
        assertThat(stored.credential().username().reveal()).isEqualTo("ann@example.com");
        assertThat(stored.credential().password().reveal()).isEqualTo("pässword");
    }

    @Test
    void tenantsDoNotSeeEachOther() {
        connect(ANN);

        assertThat(stores.connections().find(ANN_ELSEWHERE)).isEmpty();
        assertThat(stores.connections().credential(ANN_ELSEWHERE)).isEmpty();
    }

    @Test
    void aBlankProviderIsRefused() {
        assertThatThrownBy(() -> stores.connections().connect(ANN, " ", credential("a", "b"), NOW))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("provider");
    }

    @Test
    void theFingerprintStaysWithTheSameCredential() {
        connect(ANN);
        String first = fingerprint(ANN);

        connect(ANN);

        assertThat(fingerprint(ANN)).isEqualTo(first).matches("[0-9a-f]{64}");
    }

    @Test
    void theFingerprintChangesWithThePasswordAndWithTheUserName() {
        connect(ANN);
        String first = fingerprint(ANN);
        stores.connections().connect(ANN, PROVIDER, credential("someone", "another horse"), NOW);
        String second = fingerprint(ANN);
        stores.connections().connect(ANN, PROVIDER, credential("someone else", "another horse"), NOW);

        assertThat(fingerprint(ANN)).isNotIn(first, second);
        assertThat(second).isNotEqualTo(first);
    }

    @Test
    void theSecretOfAnAuthenticatorIsKeptWithTheCredential() {
        stores.connections().connect(ANN, PROVIDER, withAuthenticator("JBSWY3DPEHPK3PXP"), NOW);

        Credential stored = stores.connections().credential(ANN).orElseThrow().credential();
        assertThat(stored.username().reveal()).isEqualTo("someone");
        assertThat(stored.password().reveal()).isEqualTo("correct horse");
        assertThat(stored.authenticator()).contains(Secret.of("JBSWY3DPEHPK3PXP"));
    }

    @Test
    void theSecretOfAnAuthenticatorIsGoneWhenTheCredentialComesWithout() {
        stores.connections().connect(ANN, PROVIDER, withAuthenticator("JBSWY3DPEHPK3PXP"), NOW);

        connect(ANN);

        assertThat(stores.connections()
                        .credential(ANN)
                        .orElseThrow()
                        .credential()
                        .authenticator())
                .isEmpty();
    }

    @Test
    void theFingerprintIsOfUserNameAndPasswordAlone() {
        connect(ANN);
        String first = fingerprint(ANN);

        stores.connections().connect(ANN, PROVIDER, withAuthenticator("JBSWY3DPEHPK3PXP"), NOW);

        assertThat(fingerprint(ANN)).isEqualTo(first);
    }

    private static Credential withAuthenticator(String secret) {
        return new Credential(Secret.of("someone"), Secret.of("correct horse"), Optional.of(Secret.of(secret)));
    }

    @Test
    void theFingerprintTellsWhereTheUserNameEnds() {
        stores.connections().connect(ANN, PROVIDER, credential("ab", "c"), NOW);
        String first = fingerprint(ANN);

        stores.connections().connect(ANN, PROVIDER, credential("a", "bc"), NOW);

        assertThat(fingerprint(ANN)).isNotEqualTo(first);
    }

    @Test
    void theSameCredentialHasAnotherFingerprintInEveryConnectionAndTenant() {
        connect(ANN);
        connect(BEN);
        connect(ANN_ELSEWHERE);

        assertThat(fingerprint(ANN)).isNotIn(fingerprint(BEN), fingerprint(ANN_ELSEWHERE));
        assertThat(fingerprint(BEN)).isNotEqualTo(fingerprint(ANN_ELSEWHERE));
    }

    @Test
    void aNewPasswordOfTheSameUserKeepsWhatWasFetched() {
        fillAnn();
        long fence = stores.sessions().claim(ANN);

        stores.connections().connect(ANN, PROVIDER, credential("someone", "new password"), NOW);

        assertThat(stores.sessions().find(ANN)).isPresent();
        assertThat(stores.trusts().find(ANN)).isPresent();
        assertThat(stores.results().find(QUESTION, NOW)).isPresent();
        stores.sessions().save(ANN, fence, session("still welcome"));
    }

    @Test
    void anotherUserNameDropsWhatWasFetchedForTheFormerOne() {
        fillAnn();
        long fence = stores.sessions().claim(ANN);

        stores.connections().connect(ANN, PROVIDER, credential("another", "correct horse"), NOW);

        assertNothingFetched();
        assertThatThrownBy(() -> stores.sessions().save(ANN, fence, session("of the former account")))
                .isInstanceOf(StaleFenceException.class);
    }

    @Test
    void anotherProviderDropsWhatWasFetchedFromTheFormerOne() {
        fillAnn();

        stores.connections().connect(ANN, "bluebell", credential("someone", "correct horse"), NOW);

        assertNothingFetched();
        assertThat(stores.connections().find(ANN).orElseThrow().provider()).isEqualTo("bluebell");
    }

    @Test
    void aDisconnectWipesEverythingAndCountsIt() {
        fillAnn();

        Wiped wiped = stores.connections().disconnect(ANN, NOW);

        assertThat(wiped).isEqualTo(new Wiped(1, 1, 1, 1, 0));
        assertThat(stores.connections().credential(ANN)).isEmpty();
        assertNothingFetched();
    }

    @Test
    void whatIsLeftIsCountedByReading() {
        fillAnn();
        assertThat(stores.connections().left(ANN))
                .isEqualTo(stores.connections().left(ANN));
        Wiped left = stores.connections().left(ANN);

        assertThat(stores.connections().disconnect(ANN, NOW)).isEqualTo(left);

        assertThat(stores.connections().left(ANN)).isEqualTo(Wiped.NOTHING);
        assertThat(stores.connections().left(BEN)).isEqualTo(Wiped.NOTHING);
    }

    @Test
    void aDisconnectLeavesATombstone() {
        connect(ANN);

        stores.connections().disconnect(ANN, NOW.plusSeconds(60));

        assertThat(stores.connections().find(ANN))
                .contains(new Connection(ANN, PROVIDER, NOW, ConnectionState.DISCONNECTED, fence(ANN)));
    }

    @Test
    void aDisconnectLeavesOthersAlone() {
        connect(ANN);
        connect(BEN);
        connect(ANN_ELSEWHERE);

        stores.connections().disconnect(ANN, NOW);

        assertThat(stores.connections().credential(BEN)).isPresent();
        assertThat(stores.connections().credential(ANN_ELSEWHERE)).isPresent();
    }

    @Test
    void disconnectingAgainOrWithoutAConnectionWipesNothing() {
        fillAnn();
        stores.connections().disconnect(ANN, NOW);

        assertThat(stores.connections().disconnect(ANN, NOW)).isEqualTo(Wiped.NOTHING);
        assertThat(stores.connections().disconnect(BEN, NOW)).isEqualTo(Wiped.NOTHING);
        assertThat(stores.connections().find(BEN)).isEmpty();
    }

    @Test
    void whoReconnectsStartsAfreshButKeepsTheLedger() {
        fillAnn();
        stores.ledger().begin(ANN, fingerprint(ANN), 5, NOW);
        stores.connections().disconnect(ANN, NOW);

        connect(ANN);

        assertThat(stores.connections().find(ANN).orElseThrow().state()).isEqualTo(ConnectionState.ACTIVE);
        assertNothingFetched();
        assertThat(stores.ledger().attempts(ANN)).hasSize(1);
    }

    @Test
    void aWorkerFromBeforeADisconnectCannotWriteIntoTheNewConnection() {
        connect(ANN);
        long fence = stores.sessions().claim(ANN);
        stores.connections().disconnect(ANN, NOW);
        connect(ANN);

        assertThatThrownBy(() -> stores.sessions().save(ANN, fence, session("old")))
                .isInstanceOf(StaleFenceException.class);
    }

    @Test
    void theFenceIsTheLatestClaimsAndStaysWhileTheAccountDoes() {
        connect(ANN);

        long claimed = stores.sessions().claim(ANN);
        stores.connections().connect(ANN, PROVIDER, credential("someone", "new password"), NOW);

        assertThat(fence(ANN)).isEqualTo(claimed);
    }

    @Test
    void aDisconnectAndAnotherAccountRaiseTheFence() {
        connect(ANN);
        long first = fence(ANN);

        stores.connections().connect(ANN, PROVIDER, credential("another", "correct horse"), NOW);
        long second = fence(ANN);
        stores.connections().disconnect(ANN, NOW);

        assertThat(second).isGreaterThan(first);
        assertThat(fence(ANN)).isGreaterThan(second);
    }

    private long fence(ConnectionKey key) {
        return stores.connections().find(key).orElseThrow().fence();
    }

    private void fillAnn() {
        connect(ANN);
        long fence = stores.sessions().claim(ANN);
        stores.sessions().save(ANN, fence, session("cookies"));
        stores.trusts().save(ANN, fence, trust("device"));
        byte[] body = "[{\"legal_name\":\"Acme\"}]".getBytes(StandardCharsets.UTF_8);
        CachedResult result = new CachedResult(body, 1, false, NOW, NOW.plus(Duration.ofHours(1)), "http");
        stores.results().put(QUESTION, result, fence);
    }

    private void assertNothingFetched() {
        assertThat(stores.sessions().find(ANN)).isEmpty();
        assertThat(stores.trusts().find(ANN)).isEmpty();
        assertThat(stores.results().find(QUESTION, NOW)).isEmpty();
    }

    private String fingerprint(ConnectionKey key) {
        return stores.connections().credential(key).orElseThrow().fingerprint();
    }
}
