package dev.payfleet.worker.demo;

import dev.payfleet.worker.queue.QueueDepths;
import dev.payfleet.worker.terminal.Live;
import dev.payfleet.worker.terminal.Screen;
import java.time.Duration;

/// What is seen while the demo runs: a table that is redrawn in place on a terminal, and a line every few seconds
/// elsewhere.
final class Display implements AutoCloseable {
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(3);

    private final Screen screen;
    private final Live live;
    private final LiveTable table;
    private final long begun = System.nanoTime();
    private long lastLine = begun - BETWEEN_LINES.toNanos();

    Display(Screen screen, LiveTable table) {
        this.screen = screen;
        this.live = screen.live();
        this.table = table;
    }

    void show(Tape tape, QueueDepths depths, Kill kill) {
        long now = System.nanoTime();
        Duration elapsed = Duration.ofNanos(now - begun);
        if (live.shows()) {
            live.show(table.lines(screen.look(), elapsed, tape, depths));
        } else if (now - lastLine >= BETWEEN_LINES.toNanos()) {
            lastLine = now;
            live.above(table.line(elapsed, tape, depths));
        }
    }

    /// Something happened that people should read.
    void say(String words) {
        live.above("  " + words);
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    @Override
    public void close() {
        live.close();
    }
}
