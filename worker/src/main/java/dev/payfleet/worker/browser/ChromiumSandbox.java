package dev.payfleet.worker.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Chromium's own sandbox: a page's process sees no file, no network and no other process. A hostile page that
/// breaks out of its renderer meets it next, so it is off only where somebody said so.
public final class ChromiumSandbox {
    private static final Logger LOG = LoggerFactory.getLogger(ChromiumSandbox.class);

    private ChromiumSandbox() {}

    /// Whether this process's user may have it. Chromium refuses to run with it as root.
    public static boolean possible() {
        return !isRoot();
    }

    /// Warns where it is not wanted.
    ///
    /// @throws SandboxImpossibleException when it is wanted and cannot be had
    public static void require(boolean wanted) {
        if (!wanted) {
            LOG.warn("Chromium's sandbox is off: a hostile page that breaks out of it is this user; PAYFLEET_SANDBOX");
        } else if (!possible()) {
            throw new SandboxImpossibleException();
        }
    }

    private static boolean isRoot() {
        try {
            return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
        } catch (IOException | UnsupportedOperationException e) {
            return "root".equals(System.getProperty("user.name"));
        }
    }
}
