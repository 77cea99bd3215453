package dev.payfleet.worker.audit;

import dev.payfleet.worker.audit.AuditFault.Kind;
import dev.payfleet.worker.audit.Chain.Soundness;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads one chain from its first record to its head and tells what is wrong with it. For one thread.
public final class ChainCheck {
    /// How far off a record is looked for that is not sound where it lies.
    private static final int NEIGHBOURS = 100;

    private final Chain chain;
    private final List<AuditFault> faults = new ArrayList<>();
    private @Nullable AuditRecord before;
    private long lastSound;
    private long records;
    private @Nullable Instant first;
    private @Nullable Instant last;

    public ChainCheck(Chain chain) {
        this.chain = chain;
    }

    /// The number of the last record that was read; zero before the first.
    public long reached() {
        return before == null ? 0 : before.seq();
    }

    /// Reads the next record.
    ///
    /// @param forgottenBefore records of earlier times may be missing
    public void read(AuditRecord record, Instant forgottenBefore) {
        Soundness soundness = chain.judge(record);
        boolean sound = soundness == Soundness.SOUND;
        missing(record, sound, forgottenBefore);
        if (sound) {
            follows(record);
            lastSound = record.seq();
            first = first == null || record.at().isBefore(first) ? record.at() : first;
            last = last == null || record.at().isAfter(last) ? record.at() : last;
        } else {
            faults.add(AuditFault.of(
                    record,
                    soundness == Soundness.UNKNOWN_KEY
                            ? Kind.UNKNOWN_KEY
                            : isOfAnotherPlace(record) ? Kind.OUT_OF_ORDER : Kind.ALTERED));
        }
        records++;
        before = record;
    }

    /// That the one before was over its time is told under the record's own hash; those before that were older.
    private void missing(AuditRecord record, boolean sound, Instant forgottenBefore) {
        boolean outlived = sound && record.previousAt().isBefore(forgottenBefore);
        if (record.seq() > reached() + 1 && !outlived) {
            faults.add(new AuditFault(chain.name(), reached() + 1, record.seq() - 1, Kind.REMOVED));
        }
    }

    private void follows(AuditRecord record) {
        AuditRecord former = before;
        if (former != null
                && former.seq() == record.seq() - 1
                && lastSound == former.seq()
                && !record.previous().equals(former.hash())) {
            faults.add(AuditFault.of(record, Kind.OUT_OF_ORDER));
        }
    }

    private boolean isOfAnotherPlace(AuditRecord record) {
        for (int away = 1; away <= NEIGHBOURS; away++) {
            if (chain.judge(record.at(record.seq() + away)) == Soundness.SOUND
                    || chain.judge(record.at(record.seq() - away)) == Soundness.SOUND) {
                return true;
            }
        }
        return false;
    }

    /// Ends the chain.
    ///
    /// @param head as it is stored, not earlier than the last record that was read
    /// @param forgottenBefore records of earlier times may be missing
    public Verification end(Optional<AuditHead> head, Instant forgottenBefore) {
        if (head.isEmpty()) {
            headFault(reached(), Kind.HEAD_REMOVED);
        } else {
            switch (chain.judge(head.get())) {
                case ALTERED -> headFault(head.get().seq(), Kind.HEAD_ALTERED);
                case UNKNOWN_KEY -> headFault(head.get().seq(), Kind.UNKNOWN_KEY);
                case SOUND -> end(head.get(), forgottenBefore);
            }
        }
        return new Verification(records, 1, first, last, faults);
    }

    private void end(AuditHead head, Instant forgottenBefore) {
        if (head.seq() > reached() && !head.at().isBefore(forgottenBefore)) {
            faults.add(new AuditFault(chain.name(), reached() + 1, head.seq(), Kind.REMOVED));
        } else if (lastSound > head.seq()) {
            headFault(head.seq(), Kind.HEAD_OUTDATED);
        } else if (reached() > head.seq()) {
            faults.removeIf(fault -> fault.kind() == Kind.ALTERED && fault.from() > head.seq());
            faults.add(new AuditFault(chain.name(), head.seq() + 1, reached(), Kind.ADDED));
        } else if (before != null && lastSound == head.seq() && !before.hash().equals(head.hash())) {
            faults.add(AuditFault.of(before, Kind.OUT_OF_ORDER));
        }
    }

    private void headFault(long seq, Kind kind) {
        faults.add(new AuditFault(chain.name(), seq, seq, kind));
    }
}
