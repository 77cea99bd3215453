package dev.payfleet.worker.terminal;

/// A figure as a bar, to the eighth of a cell.
public final class Bar {
    private static final String[] EIGHTHS = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};

    private Bar() {}

    /// The bar of a value; whatever is more than nothing shows.
    ///
    /// @param most what fills all cells; 0 where there is nothing to show
    public static String of(long value, long most, int cells) {
        if (value <= 0 || most <= 0) {
            return "";
        }
        long eighths = Math.max(1, Math.round(8.0 * cells * Math.min(value, most) / most));
        return "█".repeat(Math.toIntExact(eighths / 8)) + EIGHTHS[Math.toIntExact(eighths % 8)];
    }
}
