package dev.payfleet.worker.browser;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// How worn one browser is. Used by its lane's thread.
final class LaneWear {
    /// A measurement reads some ten files of the kernel's, so it is not taken after every visit.
    private static final Duration BETWEEN_MEASUREMENTS = Duration.ofSeconds(5);

    private final LaneBudget budget;
    private final Instant born;
    private int visits;
    private long memoryBytes;
    private Instant measured = Instant.MIN;

    LaneWear(LaneBudget budget, Instant born) {
        this.budget = budget;
        this.born = born;
    }

    void visited() {
        visits++;
    }

    /// Whether memory should be measured again.
    boolean wantsMeasurement(Instant now) {
        return measured.equals(Instant.MIN)
                || measured.plus(BETWEEN_MEASUREMENTS).isBefore(now);
    }

    void measured(long bytes, Instant now) {
        memoryBytes = bytes;
        measured = now;
    }

    /// The budget that is used up, if one is.
    Optional<LaneEnd> usedUp(Instant now) {
        if (visits >= budget.visits()) {
            return Optional.of(new LaneEnd.UsedUp(visits + " visits"));
        }
        if (memoryBytes > budget.memoryBytes()) {
            return Optional.of(new LaneEnd.UsedUp(memoryBytes / (1024 * 1024) + " MB of memory"));
        }
        if (born.plus(budget.age()).isBefore(now)) {
            return Optional.of(new LaneEnd.UsedUp("an age of " + budget.age().toMinutes() + " min"));
        }
        return Optional.empty();
    }
}
