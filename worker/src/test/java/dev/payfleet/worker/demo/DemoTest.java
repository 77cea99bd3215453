package dev.payfleet.worker.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.payfleet.scrub.KnownSecrets;
import dev.payfleet.worker.Wiring;
import dev.payfleet.worker.terminal.Screen;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// The whole house at once: a real worker process with a real browser, killed once, and every promise checked.
class DemoTest {
    private static final DemoOptions SMALL = new DemoOptions(8, 40, 7, 1, Duration.ofMinutes(6));

    /// Kept between builds, so that the browser's driver is unpacked once.
    private static final Path HOME = Path.of("target", "demo-home");

    @Test
    void keeps_every_promise() throws InterruptedException {
        ByteArrayOutputStream shown = new ByteArrayOutputStream();
        Screen screen = Screen.plain(new PrintStream(shown, true, StandardCharsets.UTF_8));

        boolean kept = new Demo(SMALL, HOME, new Wiring(new KnownSecrets()), screen).run();

        assertThat(kept).as(shown.toString(StandardCharsets.UTF_8)).isTrue();
    }
}
