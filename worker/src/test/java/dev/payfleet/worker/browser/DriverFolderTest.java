package dev.payfleet.worker.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DriverFolderTest {
    @Test
    void the_driver_is_unpacked_once_and_playwright_is_told() {
        Path first = DriverFolder.ready(TestHome.PATH);
        Path second = DriverFolder.ready(TestHome.PATH);

        assertThat(second).isEqualTo(first);
        assertThat(Files.isExecutable(first.resolve("node"))).isTrue();
        assertThat(first.resolve("package/cli.js")).isNotEmptyFile();
        assertThat(System.getProperty(DriverFolder.PROPERTY)).isEqualTo(first.toString());
        assertThat(first.resolveSibling("..").normalize()).isDirectoryNotContaining("glob:**.unpacking-*");
    }
}
