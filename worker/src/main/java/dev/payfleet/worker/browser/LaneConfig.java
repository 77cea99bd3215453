package dev.payfleet.worker.browser;

import java.nio.file.Path;
import java.time.Duration;

/// How many lanes, of what.
///
/// @param lanes about as many as cores; more only add memory and latency (measured)
/// @param substitutes how many lanes more there may be while others wait for a person; 0 keeps no page waiting
/// @param home the worker's own folder; the driver and temporary files go below it
/// @param browser which Chromium
/// @param sandbox Chromium's own sandbox, which root cannot have; see [ChromiumSandbox]
/// @param budget per browser
/// @param actionTimeout for one click, fill or wait of Playwright
/// @param navigationTimeout for one navigation
public record LaneConfig(
        int lanes,
        int substitutes,
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
        if (substitutes < 0 || substitutes > 64) {
            throw new IllegalArgumentException("substitutes: expected 0 to 64, got " + substitutes);
        }
        home = home.toAbsolutePath().normalize();
    }

    /// Headless shell in its sandbox with the usual budget, 15 s for an action and 30 s for a navigation; as many
    /// substitutes as
    /// lanes.
    public static LaneConfig usual(int lanes, Path home) {
        return new LaneConfig(
                lanes,
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
        return new LaneConfig(lanes, substitutes, home, other, sandbox, budget, actionTimeout, navigationTimeout);
    }

    /// The same with Chromium's sandbox on or off.
    public LaneConfig withSandbox(boolean on) {
        return new LaneConfig(lanes, substitutes, home, browser, on, budget, actionTimeout, navigationTimeout);
    }

    /// The same with another number of substitutes.
    public LaneConfig withSubstitutes(int number) {
        return new LaneConfig(lanes, number, home, browser, sandbox, budget, actionTimeout, navigationTimeout);
    }

    /// The same with another budget.
    public LaneConfig with(LaneBudget other) {
        return new LaneConfig(lanes, substitutes, home, browser, sandbox, other, actionTimeout, navigationTimeout);
    }
}
