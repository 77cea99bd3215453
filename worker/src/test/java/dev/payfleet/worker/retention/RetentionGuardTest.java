package dev.payfleet.worker.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.payfleet.session.ConnectionKey;
import dev.payfleet.worker.evidence.Evidence;
import dev.payfleet.worker.evidence.EvidenceId;
import dev.payfleet.worker.evidence.EvidenceOwner;
import dev.payfleet.worker.evidence.EvidenceStore;
import dev.payfleet.worker.evidence.RedrawnPng;
import dev.payfleet.worker.evidence.embedded.FolderEvidenceStore;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the guard does with what it finds.
class RetentionGuardTest {
    private static final BrokenPromise OPEN = new BrokenPromise("bucket a", "policy", "none", "a denial");

    private final List<BrokenPromise> broken = new ArrayList<>();
    private final RetentionGuard guard = new RetentionGuard(List.of(place("bucket a", broken), place("b", List.of())));

    @Test
    void where_all_is_as_promised_a_worker_starts() {
        assertThatCode(guard::require).doesNotThrowAnyException();
        assertThat(guard.holds()).isTrue();
    }

    @Test
    void a_start_is_refused_with_every_place_what_was_found_and_what_was_expected() {
        broken.add(OPEN);
        broken.add(new BrokenPromise("bucket a", "lifecycle", "after 30 days", "after at most 5 days"));

        assertThatThrownBy(guard::require)
                .isInstanceOf(RetentionException.class)
                .hasMessage("bucket a, policy: found none, expected a denial;"
                        + " bucket a, lifecycle: found after 30 days, expected after at most 5 days");
    }

    @Test
    void a_place_that_cannot_be_asked_is_not_known_to_be_as_promised() {
        RetentionGuard asking = new RetentionGuard(List.of(new KeptPlace() {
            @Override
            public String name() {
                return "table a";
            }

            @Override
            public List<BrokenPromise> brokenPromises() {
                throw new IllegalStateException("secret words");
            }
        }));

        assertThatThrownBy(asking::require)
                .hasMessage("table a, look: found no answer (IllegalStateException), expected an answer");
    }

    @Test
    void evidence_is_refused_from_the_look_that_finds_trouble_to_the_look_that_finds_none(@TempDir Path folder) {
        EvidenceStore store = new GuardedEvidence(new FolderEvidenceStore(folder), guard);
        EvidenceId before = store.save(evidence());

        broken.add(OPEN);
        EvidenceId unseen = store.save(evidence());
        guard.look();
        assertThatThrownBy(() -> store.save(evidence()))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("not as promised");

        broken.clear();
        guard.look();
        EvidenceId after = store.save(evidence());

        assertThat(List.of(before, unseen, after))
                .allSatisfy(id -> assertThat(store.find(id)).isPresent());
    }

    @Test
    void what_is_there_can_be_found_and_deleted_all_the_same(@TempDir Path folder) {
        EvidenceStore store = new GuardedEvidence(new FolderEvidenceStore(folder), guard);
        EvidenceId id = store.save(evidence());

        broken.add(OPEN);
        guard.look();

        assertThat(store.find(id)).isPresent();
        assertThat(store.wipe(evidence().owner())).isEqualTo(1);
        assertThat(store.sweep(Instant.EPOCH)).isEqualTo(new EvidenceStore.Swept(0, 0, 0));
    }

    @Test
    void nothing_is_taken_in_before_anybody_looked(@TempDir Path folder) {
        broken.add(OPEN);

        assertThatThrownBy(() -> new GuardedEvidence(new FolderEvidenceStore(folder), guard).save(evidence()))
                .isInstanceOf(UncheckedIOException.class);
    }

    private static Evidence evidence() {
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 1};
        return new Evidence(
                EvidenceOwner.of(new ConnectionKey("tenant", "ada")),
                "larkspur",
                "pay runs",
                Instant.parse("2026-01-10T12:00:00Z"),
                RedrawnPng.of(png),
                "");
    }

    private static KeptPlace place(String name, List<BrokenPromise> broken) {
        return new KeptPlace() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public List<BrokenPromise> brokenPromises() {
                return List.copyOf(broken);
            }
        };
    }
}
