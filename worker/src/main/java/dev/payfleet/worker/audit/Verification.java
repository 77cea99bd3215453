package dev.payfleet.worker.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What came of reading the whole audit log.
///
/// @param records how many were read
/// @param chains how many there are
/// @param first the time of the earliest sound record; null where there is none
/// @param last the time of the latest sound record; null where there is none
/// @param faults what is wrong, chain by chain, in order
public record Verification(
        long records,
        int chains,
        @Nullable Instant first,
        @Nullable Instant last,
        List<AuditFault> faults) {
    /// Nothing was read.
    public static final Verification NOTHING = new Verification(0, 0, null, null, List.of());

    public Verification {
        faults = List.copyOf(faults);
    }

    /// Whether nothing is wrong.
    public boolean sound() {
        return faults.isEmpty();
    }

    /// This and that of further chains.
    public Verification and(Verification more) {
        List<AuditFault> all = new ArrayList<>(faults);
        all.addAll(more.faults);
        return new Verification(
                records + more.records,
                chains + more.chains,
                Stream.of(this, more)
                        .map(Verification::first)
                        .filter(Objects::nonNull)
                        .min(Instant::compareTo)
                        .orElse(null),
                Stream.of(this, more)
                        .map(Verification::last)
                        .filter(Objects::nonNull)
                        .max(Instant::compareTo)
                        .orElse(null),
                all);
    }

    /// Told while the log is read.
    @FunctionalInterface
    public interface Progress {
        /// Tells nobody.
        Progress UNSEEN = _ -> {};

        /// So many records were read.
        void read(long records);
    }
}
