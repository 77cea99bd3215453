package dev.payfleet.worker.retention;

import dev.payfleet.worker.evidence.Evidence;
import dev.payfleet.worker.evidence.EvidenceId;
import dev.payfleet.worker.evidence.EvidenceOwner;
import dev.payfleet.worker.evidence.EvidenceStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;

/// A store that takes nothing in while its place is not as promised. Finding and deleting go on.
public final class GuardedEvidence implements EvidenceStore {
    private final EvidenceStore store;
    private final RetentionGuard guard;

    public GuardedEvidence(EvidenceStore store, RetentionGuard guard) {
        this.store = store;
        this.guard = guard;
    }

    /// @throws UncheckedIOException also where the guard says no
    @Override
    public EvidenceId save(Evidence evidence) {
        if (!guard.holds()) {
            throw new UncheckedIOException(new IOException("evidence is not kept while its place is not as promised"));
        }
        return store.save(evidence);
    }

    @Override
    public Optional<Evidence> find(EvidenceId id) {
        return store.find(id);
    }

    @Override
    public int count(EvidenceOwner owner) {
        return store.count(owner);
    }

    @Override
    public int wipe(EvidenceOwner owner) {
        return store.wipe(owner);
    }

    @Override
    public Swept sweep(Instant now) {
        return store.sweep(now);
    }
}
