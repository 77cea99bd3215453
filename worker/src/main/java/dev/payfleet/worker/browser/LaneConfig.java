package dev.payfleet.worker.browser;

import java.nio.file.Path;
import java.time.Duration;

/// How many lanes, of what.
///
/// @param lanes about as many as cores; more only add memory and latency (measured)
/// @param home the worker's own folder; the driver and temporary files go below it
/// @param browser which Chromium
/// @param sandbox Chromium's own sandbox, which root cannot have; see [ChromiumSandbox]
/// @param budget per browser
/// @param actionTimeout for one click, fill or wait of Playwright
/// @param navigationTimeout for one navigation
public record LaneConfig(
        int lanes,
        Path home,
        BrowserChoice browser,
        boolean sandbox,
        LaneBudget budget,
        Duration actionTimeout,
        Duration navigationTimeout) {
    public LaneConfig {
        if (lanes < 1 || lanes > 64) {
            throw new IllegalArgumentException("lanes: expected 1 to 64, got " + lanes);
        }
        home = home.toAbsolutePath().normalize();
    }

    /// Headless shell in its sandbox with the usual budget, 15 s for an action and 30 s for a navigation.
    public static LaneConfig usual(int lanes, Path home) {
        return new LaneConfig(
                lanes,
                home,
                new BrowserChoice.HeadlessShell(),
                true,
                LaneBudget.USUAL,
                Duration.ofSeconds(15),
                Duration.ofSeconds(30));
    }

    /// The same with another browser.
    public LaneConfig with(BrowserChoice other) {
        return new LaneConfig(lanes, home, other, sandbox, budget, actionTimeout, navigationTimeout);
    }

    /// The same with Chromium's sandbox on or off.
    public LaneConfig withSandbox(boolean on) {
        return new LaneConfig(lanes, home, browser, on, budget, actionTimeout, navigationTimeout);
    }

    /// The same with another budget.
    public LaneConfig with(LaneBudget other) {
        return new LaneConfig(lanes, home, browser, sandbox, other, actionTimeout, navigationTimeout);
    }
}
