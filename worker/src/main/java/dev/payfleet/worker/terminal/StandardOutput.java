package dev.payfleet.worker.terminal;

import java.io.Console;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// The terminal behind the process's standard output.
final class StandardOutput implements Supplier<Look> {
    private static final Path DESCRIPTOR = Path.of("/proc/self/fd/1");
    private static final int USUAL_WIDTH = 100;
    private static final int USUAL_HEIGHT = 30;
    private static final long LOOK_AGAIN_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final Map<String, String> environment;
    private Look look = new Look(USUAL_WIDTH, USUAL_HEIGHT, false, false);
    private long seenAt;
    private boolean seen;

    StandardOutput(Map<String, String> environment) {
        this.environment = environment;
    }

    /// The console of the JDK is there only when standard input is a terminal as well, so a command that reads a
    /// pipe and writes to a person would take the person for a pipe. Linux names the terminal behind the
    /// descriptor.
    static boolean isTerminal() {
        try {
            String target = Files.readSymbolicLink(DESCRIPTOR).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
        } catch (IOException | UnsupportedOperationException e) {
            return Optional.ofNullable(System.console())
                    .map(Console::isTerminal)
                    .orElse(false);
        }
    }

    /// The look of the terminal, at most two seconds old: asking its size starts a process.
    @Override
    public synchronized Look get() {
        long now = System.nanoTime();
        if (!seen || now - seenAt > LOOK_AGAIN_NANOS) {
            int[] size = size();
            look = Look.terminal(size[1], size[0], environment);
            seenAt = now;
            seen = true;
        }
        return look;
    }

    /// Rows and columns, as `stty` tells.
    private static int[] size() {
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(Path.of("/dev/tty").toFile())
                    .start();
            String[] words = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII)
                    .strip()
                    .split(" ");
            if (words.length == 2) {
                return positive(Integer.parseInt(words[0]), Integer.parseInt(words[1]));
            }
        } catch (IOException | NumberFormatException e) {
            // A terminal that does not tell its size gets the usual one.
        }
        return positive(0, 0);
    }

    private static int[] positive(int rows, int columns) {
        return new int[] {rows > 0 ? rows : USUAL_HEIGHT, columns > 0 ? columns : USUAL_WIDTH};
    }
}
