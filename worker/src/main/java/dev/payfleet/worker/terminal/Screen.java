package dev.payfleet.worker.terminal;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// Where a command writes for people, and what can be shown there. Safe for use by many threads, line by line.
public final class Screen {
    private final PrintStream out;
    private final Supplier<Look> look;

    /// @param look asked anew each time, since people resize terminals
    public Screen(PrintStream out, Supplier<Look> look) {
        this.out = out;
        this.look = look;
    }

    /// A stream that is no terminal.
    public static Screen plain(PrintStream out) {
        return new Screen(out, () -> Look.PLAIN);
    }

    /// The process's own standard output, terminal or not.
    public static Screen standardOutput(PrintStream out, Map<String, String> environment) {
        return StandardOutput.isTerminal() ? new Screen(out, new StandardOutput(environment)) : plain(out);
    }

    /// What can be shown now.
    public Look look() {
        return look.get();
    }

    /// Writes a line.
    public void line(String words) {
        out.println(words);
    }

    /// Writes a line in a style.
    public void line(Style style, String words) {
        out.println(look().paint(style, words));
    }

    /// Writes a table.
    public void table(Table table) {
        lines(table.lines(look()));
    }

    /// Writes several lines that nothing comes between.
    public void lines(List<String> lines) {
        raw(String.join(System.lineSeparator(), lines) + System.lineSeparator());
    }

    /// Writes bytes as they are, for what another program reads.
    public void bytes(byte[] bytes) {
        synchronized (out) {
            out.write(bytes, 0, bytes.length);
            out.flush();
        }
    }

    /// A region that is redrawn in place; on anything but a terminal it shows nothing.
    public Live live() {
        return new Live(this);
    }

    void raw(String words) {
        synchronized (out) {
            out.print(words);
            out.flush();
        }
    }
}
