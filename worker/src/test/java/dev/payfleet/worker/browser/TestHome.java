package dev.payfleet.worker.browser;

import java.nio.file.Path;

/// A home that all browser tests of this module share, so that the driver is unpacked once.
final class TestHome {
    static final Path PATH = Path.of("target", "lanes-home").toAbsolutePath();

    private TestHome() {}
}
