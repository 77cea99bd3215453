package dev.payfleet.worker.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.payfleet.session.ConnectionKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What every place for evidence does.
public abstract class EvidenceStoreContract {
    protected static final Instant NOW = Instant.parse("2026-01-10T12:00:00Z");
    private static final EvidenceOwner ADA = EvidenceOwner.of(new ConnectionKey("tenant", "ada"));
    private static final EvidenceOwner GRACE = EvidenceOwner.of(new ConnectionKey("tenant", "grace"));

    /// The store under test, empty at first and the same in all of one test.
    protected abstract EvidenceStore store();

    /// A further store on the same place, as another worker has it.
    protected abstract EvidenceStore neighbour();

    @Test
    void saved_evidence_is_found_as_it_was() {
        Evidence evidence =
                new Evidence(ADA, "larkspur", "pay runs: table", NOW, png(1), "first line\n\nthird: line\n");

        EvidenceId id = store().save(evidence);

        assertThat(store().find(id)).contains(evidence);
        assertThat(neighbour().find(id)).contains(evidence);
    }

    @Test
    void an_empty_note_stays_empty() {
        Evidence evidence = new Evidence(ADA, "larkspur", "pay runs", NOW, png(1), "");

        assertThat(store().find(store().save(evidence))).contains(evidence);
    }

    @Test
    void the_same_evidence_twice_is_two_pieces() {
        assertThat(store().save(taken(ADA, NOW))).isNotEqualTo(store().save(taken(ADA, NOW)));
    }

    @Test
    void an_unknown_id_finds_nothing() {
        assertThat(store().find(new EvidenceId("ev-" + "0".repeat(32)))).isEmpty();
    }

    @Test
    void wiping_a_connection_takes_all_of_its_evidence_and_no_other() {
        EvidenceId first = store().save(taken(ADA, NOW));
        EvidenceId second = store().save(taken(ADA, NOW.minusSeconds(60)));
        EvidenceId other = store().save(taken(GRACE, NOW));

        assertThat(store().wipe(ADA)).isEqualTo(2);

        assertThat(store().find(first)).isEmpty();
        assertThat(store().find(second)).isEmpty();
        assertThat(store().find(other)).isPresent();
        assertThat(store().wipe(ADA)).isZero();
    }

    @Test
    void a_sweep_takes_what_is_five_days_old_and_says_so() {
        EvidenceId old = store().save(taken(ADA, NOW.minus(EvidenceStore.LIFE)));
        EvidenceId young = store().save(taken(ADA, NOW.minus(EvidenceStore.LIFE).plusSeconds(1)));
        EvidenceId older = store().save(taken(GRACE, NOW.minus(Duration.ofDays(30))));

        assertThat(store().sweep(NOW)).isEqualTo(new EvidenceStore.Swept(2, 1, 0));

        assertThat(store().find(old)).isEmpty();
        assertThat(store().find(older)).isEmpty();
        assertThat(store().find(young)).isPresent();
        assertThat(store().sweep(NOW)).isEqualTo(new EvidenceStore.Swept(0, 1, 0));
    }

    @Test
    void an_empty_place_is_swept_and_wiped_without_complaint() {
        assertThat(store().sweep(NOW)).isEqualTo(new EvidenceStore.Swept(0, 0, 0));
        assertThat(store().wipe(ADA)).isZero();
    }

    @Test
    void saving_goes_on_while_neighbours_sweep() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Boolean>> work = Stream.concat(
                            Stream.generate(() -> (Callable<Boolean>) () -> store().find(store().save(taken(ADA, NOW)))
                                            .isPresent())
                                    .limit(50),
                            Stream.generate(() -> (Callable<Boolean>)
                                            () -> neighbour().sweep(NOW).failed() == 0)
                                    .limit(20))
                    .toList();
            for (Future<Boolean> each : threads.invokeAll(work)) {
                assertThat(each.get()).isTrue();
            }
        }
        assertThat(store().sweep(NOW).kept()).isEqualTo(50);
    }

    protected static Evidence taken(EvidenceOwner owner, Instant at) {
        return new Evidence(owner, "larkspur", "pay runs", at, png(7), "note");
    }

    protected static RedrawnPng png(int last) {
        return RedrawnPng.of(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', (byte) last});
    }
}
