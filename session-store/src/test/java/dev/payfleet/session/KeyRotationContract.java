package dev.payfleet.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.payfleet.cache.CachedResult;
import dev.payfleet.cache.ResultKey;
import dev.payfleet.session.keys.KeyRotation;
import dev.payfleet.session.keys.KeyUse;
import dev.payfleet.session.keys.RotationWatch;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;

/// How keys are replaced while the fleet works, whatever they are.
public abstract class KeyRotationContract extends StoreContract {
    /// More than fits a table, where that has a limit.
    private static final int LARGE = 200_000;

    private static final int MANY = 25;

    /// Notes what it is told.
    private static final class Told implements RotationWatch {
        private final List<String> lines = new ArrayList<>();

        @Override
        public void began(boolean resumed, List<String> sealsNow, long records) {
            lines.add("began, resumed " + resumed);
        }

        @Override
        public void resealed(long done, long left) {
            lines.add("resealed");
        }

        @Override
        public void waits(Duration most) {
            lines.add("waits");
        }

        @Override
        public void ended(KeyRotation rotation) {
            lines.add("ended, " + rotation.total());
        }
    }

    @Test
    void eachKindOfRecordIsCountedUnderItsKey() {
        fill(ANN, "small");
        fill(BEN, "small");

        assertThat(count(use -> use.records().getOrDefault("credentials", 0L))).isEqualTo(2);
        assertThat(count(use -> use.records().getOrDefault("sessions", 0L))).isEqualTo(2);
        assertThat(count(use -> use.records().getOrDefault("trust", 0L))).isEqualTo(2);
        assertThat(count(use -> use.records().getOrDefault("results", 0L))).isEqualTo(2);
        assertThat(stores.keys().status())
                .filteredOn(use -> use.total() > 0)
                .isNotEmpty()
                .allMatch(KeyUse::seals);
    }

    @Test
    void afterARotationEverythingOpensAndIsSealedUnderTheNewKey() throws Exception {
        fill(ANN, "small");
        fill(BEN, "x".repeat(LARGE));
        List<String> before = sealing();

        KeyRotation rotation = stores.keysOfAnIdleFleet().rotate(RotationWatch.NOBODY);

        assertThat(rotation.resumed()).isFalse();
        assertThat(rotation.broken()).isZero();
        assertThat(rotation.resealed()).containsEntry("sessions", 2L).containsEntry("trust", 2L);
        assertThat(rotation.resealed()).containsEntry("results", 2L);
        assertThat(sealing()).containsAll(rotation.sealsNow()).doesNotContainAnyElementsOf(rotation.former());
        assertThat(before).containsAll(rotation.former());
        assertThat(stores.keys().status())
                .filteredOn(use -> !use.seals())
                .allSatisfy(use -> assertThat(use.total()).isZero());
        assertHolds(stores, ANN, "small");
        assertHolds(stores, BEN, "x".repeat(LARGE));
        try (StoresUnderTest later = stores.anotherProcess()) {
            assertHolds(later, ANN, "small");
            assertHolds(later, BEN, "x".repeat(LARGE));
        }
    }

    @Test
    void aRejectedPasswordStaysRejectedAfterARotation() throws Exception {
        connect(ANN);
        String fingerprint = fingerprint(stores);
        Admission.Admitted admitted = (Admission.Admitted) stores.ledger().begin(ANN, fingerprint, 5, NOW);
        stores.ledger().settle(ANN, admitted.attempt(), AttemptOutcome.CREDENTIALS_REJECTED, NOW);

        stores.keysOfAnIdleFleet().rotate(RotationWatch.NOBODY);

        assertThat(fingerprint(stores)).isEqualTo(fingerprint);
        try (StoresUnderTest later = stores.anotherProcess()) {
            assertThat(fingerprint(later)).isEqualTo(fingerprint);
            assertThat(later.ledger().begin(ANN, fingerprint, 5, NOW))
                    .isEqualTo(new Admission.Refused(Refusal.CREDENTIALS_REJECTED_BEFORE));
        }
    }

    @Test
    void aSecondRotationMakesAnotherKey() throws Exception {
        fill(ANN, "small");

        KeyRotation first = stores.keysOfAnIdleFleet().rotate(RotationWatch.NOBODY);
        KeyRotation second = stores.keysOfAnIdleFleet().rotate(RotationWatch.NOBODY);

        assertThat(second.resumed()).isFalse();
        assertThat(second.sealsNow()).doesNotContainAnyElementsOf(first.sealsNow());
        assertHolds(stores, ANN, "small");
    }

    @Test
    void whoWatchesIsToldHowItBeganAndEnded() throws Exception {
        fill(ANN, "small");
        Told told = new Told();

        KeyRotation rotation = stores.keysOfAnIdleFleet().rotate(told);

        assertThat(told.lines).first().isEqualTo("began, resumed false");
        assertThat(told.lines).contains("resealed");
        assertThat(told.lines).last().isEqualTo("ended, " + rotation.total());
    }

    /// One process saves and reads all the time, another has the former key in memory and does the same, and neither
    /// notices anything.
    @Test
    void theFleetWorksWhileItsKeysAreReplaced() throws Exception {
        for (int i = 0; i < MANY; i++) {
            fill(new ConnectionKey("many", "person-" + i), "person " + i);
        }
        connect(ANN);
        connect(BEN);
        AtomicBoolean ended = new AtomicBoolean();
        try (StoresUnderTest other = stores.anotherProcess();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> here = threads.submit(() -> savesAndReads(stores, ANN, ended));
            Future<Integer> there = threads.submit(() -> savesAndReads(other, BEN, ended));
            try {
                stores.keys().rotate(RotationWatch.NOBODY);
            } finally {
                ended.set(true);
            }
            assertThat(here.get()).isPositive();
            assertThat(there.get()).isPositive();
        }

        for (int i = 0; i < MANY; i++) {
            assertHolds(stores, new ConnectionKey("many", "person-" + i), "person " + i);
        }
        assertThat(stores.keys().status())
                .filteredOn(use -> !use.seals())
                .allSatisfy(use -> assertThat(use.total()).isZero());
    }

    private static int savesAndReads(StoresUnderTest stores, ConnectionKey key, AtomicBoolean ended) {
        long fence = stores.sessions().claim(key);
        int rounds = 0;
        do {
            String value = "round " + rounds++;
            store(stores, key, fence, value);
            assertHolds(stores, key, value);
        } while (!ended.get());
        return rounds;
    }

    private void fill(ConnectionKey key, String value) {
        connect(key);
        store(stores, key, stores.sessions().claim(key), value);
    }

    private static void store(StoresUnderTest stores, ConnectionKey key, long fence, String value) {
        stores.sessions().save(key, fence, session(value));
        stores.trusts().save(key, fence, trust(value));
        stores.results().put(question(key), result(value), fence);
    }

    private static void assertHolds(StoresUnderTest stores, ConnectionKey key, String value) {
        assertThat(stores.sessions().find(key)).contains(session(value));
        assertThat(stores.trusts().find(key)).contains(trust(value));
        assertThat(stores.results().find(question(key), NOW)).contains(result(value));
        try (StoredCredential stored = stores.connections().credential(key).orElseThrow()) {
            assertThat(stored.credential().password().reveal()).isEqualTo("correct horse");
        }
    }

    private static String fingerprint(StoresUnderTest stores) {
        try (StoredCredential stored = stores.connections().credential(ANN).orElseThrow()) {
            return stored.fingerprint();
        }
    }

    private static ResultKey question(ConnectionKey key) {
        return new ResultKey(key, PROVIDER, "company");
    }

    private static CachedResult result(String value) {
        return new CachedResult(value.getBytes(StandardCharsets.UTF_8), 1, false, NOW, NOW.plusSeconds(3600), "http");
    }

    private long count(ToLongFunction<KeyUse> figure) {
        return stores.keys().status().stream().mapToLong(figure).sum();
    }

    private List<String> sealing() {
        return stores.keys().status().stream()
                .filter(KeyUse::seals)
                .map(KeyUse::id)
                .toList();
    }
}
