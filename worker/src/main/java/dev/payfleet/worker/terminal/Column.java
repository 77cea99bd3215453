package dev.payfleet.worker.terminal;

/// A column of a [Table].
///
/// @param heading its name; blank headings in all columns leave out the heading line
/// @param side where its cells stand
/// @param wraps whether its cells may break into several lines where the terminal is too narrow
public record Column(String heading, Side side, boolean wraps) {
    /// Where a cell stands in its column.
    public enum Side {
        LEFT,
        RIGHT
    }

    /// For names and ids: never broken unless nothing else can give.
    public static Column left(String heading) {
        return new Column(heading, Side.LEFT, false);
    }

    /// For figures.
    public static Column right(String heading) {
        return new Column(heading, Side.RIGHT, false);
    }

    /// For sentences.
    public static Column wrapping(String heading) {
        return new Column(heading, Side.LEFT, true);
    }
}
