package dev.payfleet.worker.browser;

import java.time.Duration;

/// How long to leave a lane alone after so many failed starts in a row: one second, doubled each time, at most a
/// minute.
final class StartBackoff {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final int DOUBLINGS = 6;

    private StartBackoff() {}

    /// The wait before the next start.
    ///
    /// @param failures 1 or more
    static Duration after(int failures) {
        Duration doubled = FIRST.multipliedBy(1L << Math.clamp(failures - 1L, 0, DOUBLINGS));
        return doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
    }
}
