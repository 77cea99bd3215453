package dev.payfleet.worker.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DriverFolderTest {
    @Test
    void two_that_unpack_at_once_leave_one_whole_driver(@TempDir Path home) throws Exception {
        Path folder = home.resolve("driver/1");
        Path abandoned = Files.createDirectories(home.resolve("driver/.unpacking-dead/package"));
        Files.setLastModifiedTime(abandoned.resolve("..").normalize(), FileTime.from(Instant.EPOCH));

        try (ExecutorService workers = Executors.newFixedThreadPool(2)) {
            List<Future<?>> both = List.of(
                    workers.submit(() -> DriverFolder.unpack(folder)),
                    workers.submit(() -> DriverFolder.unpack(folder)));
            for (Future<?> each : both) {
                each.get();
            }
        }

        assertThat(Files.isExecutable(folder.resolve("node"))).isTrue();
        assertThat(home.resolve("driver")).isDirectoryNotContaining("glob:**.unpacking-*");
    }

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
