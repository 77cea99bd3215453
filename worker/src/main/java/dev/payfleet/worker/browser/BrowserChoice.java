package dev.payfleet.worker.browser;

import java.nio.file.Path;

/// Which Chromium the lanes run.
public sealed interface BrowserChoice {
    /// Chromium's headless shell, wherever it is installed: a quarter of the full browser's CPU per visit and 30 MB
    /// instead of 77 MB per page (measured). The default.
    record HeadlessShell() implements BrowserChoice {}

    /// The full browser, headless, for a provider whose pages need it.
    record FullBrowser() implements BrowserChoice {}

    /// This executable and no other.
    record Executable(Path path) implements BrowserChoice {}
}
