package dev.payfleet.worker.refresh;

import java.time.Duration;

/// What the plan is told.
///
/// @param margin how long before its end a session is renewed at the latest; of a short session at most a quarter
/// @param unusedAfter how long a connection may go unused before its session is left to end
/// @param share how much of a provider's polite rate refreshes may take, in percent, 1 to 100
public record RefreshRules(Duration margin, Duration unusedAfter, int share) {
    /// What holds where nothing is set.
    public static final RefreshRules USUAL = new RefreshRules(Duration.ofMinutes(5), Duration.ofDays(7), 50);

    public RefreshRules {
        if (!margin.isPositive() || !unusedAfter.isPositive()) {
            throw new IllegalArgumentException("margin, unusedAfter: expected more than nothing");
        }
        if (share < 1 || share > 100) {
            throw new IllegalArgumentException("share: expected 1 to 100");
        }
    }
}
