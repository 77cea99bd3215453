package dev.payfleet.worker.browser;

import java.time.Duration;

/// After how much a lane's browser is replaced by a fresh one, between two visits, and how long a step may take.
///
/// @param visits per browser
/// @param age of the browser
/// @param memoryBytes proportional set size of driver and browser. A fresh lane takes about 260 MB, one that served
///     its first page about 390 MB (measured on Debian's headless shell), so 900 MB is a leak and not a heavy page
/// @param stuckAfter without a new step
public record LaneBudget(int visits, Duration age, long memoryBytes, Duration stuckAfter) {
    /// 200 visits, two hours, 900 MB, 60 seconds.
    public static final LaneBudget USUAL =
            new LaneBudget(200, Duration.ofHours(2), 900L * 1024 * 1024, Duration.ofSeconds(60));

    public LaneBudget {
        if (visits < 1) {
            throw new IllegalArgumentException("visits per lane: expected 1 or more, got " + visits);
        }
        if (!age.isPositive()) {
            throw new IllegalArgumentException("age of a lane: expected more than zero, got " + age);
        }
        if (memoryBytes < 1) {
            throw new IllegalArgumentException("memory of a lane: expected more than zero bytes, got " + memoryBytes);
        }
        if (!stuckAfter.isPositive()) {
            throw new IllegalArgumentException("stuckAfter: expected more than zero, got " + stuckAfter);
        }
    }
}
