package dev.payfleet.provider.reading.pdf;

import dev.payfleet.provider.ProviderException;
import dev.payfleet.provider.reading.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One line of a PDF file, in cells.
public final class PdfLine {

    private final PdfText text;
    private final int number;
    private final List<String> cells;

    PdfLine(PdfText text, int number, List<String> cells) {
        this.text = text;
        this.number = number;
        this.cells = List.copyOf(cells);
    }

    /// How many cells it has.
    public int cells() {
        return cells.size();
    }

    /// A cell by its place, from 0; one that the line does not have holds nothing.
    public Value cell(int place) {
        return new Cell(this, "line " + number + ", cell " + (place + 1), place < cells.size() ? cells.get(place) : "");
    }

    /// The cell at the right end, where amounts stand.
    public Value last() {
        return cell(Math.max(0, cells.size() - 1));
    }

    /// Whether its first cell begins with a text.
    public boolean begins(String beginning) {
        return cells.getFirst().startsWith(beginning);
    }

    boolean holds(String label) {
        return cells.contains(label);
    }

    Value after(String label) {
        int place = cells.indexOf(label) + 1;
        return new Cell(this, "right of \"" + label + "\"", place < cells.size() ? cells.get(place) : "");
    }

    private record Cell(PdfLine line, String place, String content) implements Value {

        @Override
        public @Nullable String orNull() {
            return line.text.isBlank(content) ? null : content.strip();
        }

        @Override
        public ProviderException changed(String expected) {
            return line.text.changed(place + ": " + expected);
        }

        @Override
        public String toString() {
            return "Cell[" + place + ", <redacted>]";
        }
    }

    /// The number alone: the text is a person's.
    @Override
    public String toString() {
        return "PdfLine[" + number + ", <redacted>]";
    }
}
