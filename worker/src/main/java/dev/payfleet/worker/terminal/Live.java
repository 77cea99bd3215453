package dev.payfleet.worker.terminal;

import java.util.List;

/// The last lines of a terminal, redrawn in place, with ordinary lines scrolling above them. Where the output is no
/// terminal, the region is left out and the ordinary lines remain. Safe for use by many threads. [#close] leaves
/// the last picture standing and may be called more than once; a process that is killed instead leaves the terminal
/// as it should be as well, since each picture puts back what it changes.
public final class Live implements AutoCloseable {
    private static final String ESCAPE = "\u001b[";
    /// No cursor, and no line breaks of the terminal's own, which would make the picture higher than we know.
    private static final String BEGIN = ESCAPE + "?25l" + ESCAPE + "?7l";

    private static final String END = ESCAPE + "?7h" + ESCAPE + "?25h";
    private static final String CLEAR_TO_END_OF_LINE = ESCAPE + "K";
    private static final String CLEAR_TO_END_OF_SCREEN = ESCAPE + "J";

    private final Screen screen;
    private final boolean shows;
    private List<String> picture = List.of();
    private int drawn;
    private boolean closed;

    Live(Screen screen) {
        this.screen = screen;
        this.shows = screen.look().live();
    }

    /// Whether there is a region at all; if not, tell people what matters by [#above] instead.
    public boolean shows() {
        return shows;
    }

    /// Draws these lines in place of the ones before. Lines beyond the height of the terminal are left out.
    public synchronized void show(List<String> lines) {
        if (shows && !closed) {
            picture = List.copyOf(lines);
            draw("");
        }
    }

    /// Writes an ordinary line above the region.
    public synchronized void above(String line) {
        if (shows && !closed) {
            draw(line + CLEAR_TO_END_OF_LINE + "\n");
        } else {
            screen.line(line);
        }
    }

    private void draw(String above) {
        List<String> seen =
                picture.subList(0, Math.min(picture.size(), screen.look().height() - 1));
        StringBuilder frame = new StringBuilder(BEGIN);
        if (drawn > 0) {
            frame.append(ESCAPE).append(drawn).append('A');
        }
        frame.append('\r').append(above);
        seen.forEach(line -> frame.append(line).append(CLEAR_TO_END_OF_LINE).append('\n'));
        screen.raw(frame.append(CLEAR_TO_END_OF_SCREEN).append(END).toString());
        drawn = seen.size();
    }

    @Override
    public synchronized void close() {
        closed = true;
    }
}
