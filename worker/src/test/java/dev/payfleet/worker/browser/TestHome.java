package dev.payfleet.worker.browser;

import java.nio.file.Path;

/// A home that all browser tests of this module share, so that the driver is unpacked once.
final class TestHome {
    static final Path PATH = Path.of("target", "lanes-home").toAbsolutePath();

    /// Lanes in it; without a sandbox where the tests run as root, as builds in containers do.
    static LaneConfig lanes(int lanes) {
        return LaneConfig.usual(lanes, PATH).withSandbox(ChromiumSandbox.possible());
    }

    private TestHome() {}
}
