package dev.payfleet.worker.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrowserFinderTest {
    @TempDir
    private Path folder;

    @Test
    void an_explicit_path_wins() throws IOException {
        Path browser = program("bin/my-chromium");

        assertThat(finder().find(new BrowserChoice.Executable(browser))).isEqualTo(browser);
    }

    @Test
    void a_path_that_is_no_program_says_what_to_do() throws IOException {
        Path text = Files.writeString(folder.resolve("text"), "");

        assertThatThrownBy(() -> finder().find(new BrowserChoice.Executable(text)))
                .isInstanceOf(BrowserMissingException.class)
                .hasMessageContaining("./payfleet setup");
    }

    @Test
    void debians_program_comes_before_its_wrapper_on_the_path() throws IOException {
        Path debian = program("debian/chromium-headless-shell");
        program("bin/chromium-headless-shell");

        assertThat(finder().find(new BrowserChoice.HeadlessShell())).isEqualTo(debian);
    }

    @Test
    void the_path_comes_before_playwrights_cache() throws IOException {
        program("cache/chromium_headless_shell-1200/linux/headless_shell");
        Path onPath = program("bin/headless_shell");

        assertThat(finder().find(new BrowserChoice.HeadlessShell())).isEqualTo(onPath);
    }

    @Test
    void playwrights_cache_serves_when_nothing_is_installed() throws IOException {
        Path shell = program("cache/chromium_headless_shell-1200/linux/chrome-headless-shell");
        Path full = program("cache/chromium-1200/chrome-linux/chrome");

        assertThat(finder().find(new BrowserChoice.HeadlessShell())).isEqualTo(shell);
        assertThat(finder().find(new BrowserChoice.FullBrowser())).isEqualTo(full);
    }

    @Test
    void nothing_anywhere_says_what_is_missing() {
        assertThatThrownBy(() -> finder().find(new BrowserChoice.HeadlessShell()))
                .isInstanceOf(BrowserMissingException.class)
                .hasMessageContaining("chromium-headless-shell");
        assertThatThrownBy(() -> finder().find(new BrowserChoice.FullBrowser()))
                .isInstanceOf(BrowserMissingException.class);
    }

    private BrowserFinder finder() {
        return new BrowserFinder(
                Map.of(
                        "PATH",
                        folder.resolve("bin").toString(),
                        "PLAYWRIGHT_BROWSERS_PATH",
                        folder.resolve("cache").toString()),
                folder.resolve("debian"));
    }

    private Path program(String path) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
