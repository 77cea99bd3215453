package dev.payfleet.worker.terminal;

import dev.payfleet.worker.terminal.Column.Side;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Rows in a box, as wide as they need and never wider than the terminal: columns of sentences break into lines
/// first, then all others. Built and rendered by one thread.
public final class Table {
    private static final int LEAST = 8;
    private static final int FRAME = 3;

    private final List<Column> columns;
    private final List<@Nullable List<Text>> rows = new ArrayList<>();

    private Table(List<Column> columns) {
        this.columns = columns;
    }

    /// A table without rows.
    public static Table of(Column... columns) {
        return new Table(List.of(columns));
    }

    /// A table of names and what they stand for, without a heading.
    public static Table ofPairs() {
        return of(Column.left(""), Column.wrapping(""));
    }

    /// Adds a row.
    ///
    /// @throws IllegalArgumentException when there are more or fewer cells than columns
    public Table row(Text... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException(
                    "cells: expected %d, one for each column, got %d".formatted(columns.size(), cells.length));
        }
        rows.add(List.of(cells));
        return this;
    }

    /// Adds a row of plain words.
    public Table row(String... cells) {
        return row(Arrays.stream(cells).map(Text::plain).toArray(Text[]::new));
    }

    /// Adds a line between the rows before it and those after.
    public Table rule() {
        rows.add(null);
        return this;
    }

    /// Whether it has no row yet.
    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /// The lines of the table, without line ends.
    public List<String> lines(Look look) {
        int[] widths = fitted(natural(), look.width());
        List<String> lines = new ArrayList<>();
        lines.add(edge(look, widths, "┌", "┬", "┐"));
        if (columns.stream().anyMatch(column -> !column.heading().isBlank())) {
            lines.addAll(block(look, widths, headings()));
            lines.add(edge(look, widths, "├", "┼", "┤"));
        }
        for (List<Text> row : rows) {
            if (row == null) {
                lines.add(edge(look, widths, "├", "┼", "┤"));
            } else {
                lines.addAll(block(look, widths, row));
            }
        }
        lines.add(edge(look, widths, "└", "┴", "┘"));
        return lines;
    }

    private List<Text> headings() {
        return columns.stream()
                .map(column -> new Text(column.heading(), Style.STRONG))
                .toList();
    }

    private int[] natural() {
        int[] widths = columns.stream()
                .mapToInt(column -> Cells.wide(column.heading()))
                .toArray();
        for (List<Text> row : rows) {
            for (int i = 0; row != null && i < widths.length; i++) {
                widths[i] = Math.max(widths[i], Cells.wide(row.get(i).words()));
            }
        }
        return widths;
    }

    private int[] fitted(int[] widths, int width) {
        int over = IntStream.of(widths).sum() + FRAME * widths.length + 1 - width;
        over = narrow(widths, over, true);
        narrow(widths, over, false);
        return widths;
    }

    /// Takes a cell at a time from the widest column that may give one.
    private int narrow(int[] widths, int over, boolean wrappingOnly) {
        int left = over;
        while (left > 0) {
            int widest = IntStream.range(0, widths.length)
                    .filter(i -> columns.get(i).wraps() || !wrappingOnly)
                    .filter(i -> widths[i] > LEAST)
                    .reduce(-1, (a, b) -> a < 0 || widths[b] > widths[a] ? b : a);
            if (widest < 0) {
                break;
            }
            widths[widest]--;
            left--;
        }
        return left;
    }

    private static String edge(Look look, int[] widths, String from, String between, String to) {
        return look.paint(
                Style.FAINT,
                IntStream.of(widths)
                        .mapToObj(width -> "─".repeat(width + 2))
                        .collect(Collectors.joining(between, from, to)));
    }

    private List<String> block(Look look, int[] widths, List<Text> row) {
        List<List<String>> cells = IntStream.range(0, widths.length)
                .mapToObj(i -> Cells.wrap(row.get(i).words(), widths[i]))
                .toList();
        int height = cells.stream().mapToInt(List::size).max().orElse(1);
        return IntStream.range(0, height)
                .mapToObj(line -> line(look, widths, row, cells, line))
                .toList();
    }

    private String line(Look look, int[] widths, List<Text> row, List<List<String>> cells, int line) {
        String bar = look.paint(Style.FAINT, "│");
        return IntStream.range(0, widths.length)
                .mapToObj(i -> {
                    List<String> cell = cells.get(i);
                    String words = line < cell.size() ? cell.get(line) : "";
                    String blanks = " ".repeat(Math.max(0, widths[i] - Cells.wide(words)));
                    String shown = look.paint(row.get(i).style(), words);
                    return columns.get(i).side() == Side.RIGHT ? blanks + shown : shown + blanks;
                })
                .collect(Collectors.joining(" " + bar + " ", bar + " ", " " + bar));
    }
}
