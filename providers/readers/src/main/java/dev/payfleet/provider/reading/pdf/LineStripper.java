package dev.payfleet.provider.reading.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/// Cuts the text of a PDF into lines and cells by where its letters stand.
final class LineStripper extends PDFTextStripper {

    /// A gap of more than this many letters' height parts two cells. Between words it is about a quarter.
    private static final float GAP = 0.9f;

    private final List<List<String>> lines = new ArrayList<>();
    private List<String> cells = new ArrayList<>();
    private final StringBuilder cell = new StringBuilder();
    private float end = Float.NaN;

    private LineStripper() {
        setSortByPosition(true);
    }

    static List<List<String>> linesOf(PDDocument document) throws IOException {
        LineStripper stripper = new LineStripper();
        stripper.getText(document);
        stripper.endLine();
        return stripper.lines;
    }

    @Override
    protected void writeString(String text, List<TextPosition> positions) {
        for (TextPosition letter : positions) {
            boolean blank = letter.getUnicode().isBlank();
            if (!blank) {
                separate(letter);
                cell.append(letter.getUnicode());
                end = letter.getXDirAdj() + letter.getWidthDirAdj();
            }
        }
    }

    @Override
    protected void writeLineSeparator() {
        endLine();
    }

    @Override
    protected void writePageEnd() {
        endLine();
    }

    private void separate(TextPosition letter) {
        if (Float.isNaN(end)) {
            return;
        }
        float gap = letter.getXDirAdj() - end;
        float size = letter.getFontSizeInPt();
        if (gap > GAP * size) {
            endCell();
        } else if (gap > 0.15f * size && !cell.isEmpty()) {
            cell.append(' ');
        }
    }

    private void endCell() {
        if (!cell.isEmpty()) {
            cells.add(cell.toString().strip());
            cell.setLength(0);
        }
    }

    private void endLine() {
        endCell();
        if (!cells.isEmpty()) {
            lines.add(List.copyOf(cells));
            cells = new ArrayList<>();
        }
        end = Float.NaN;
    }
}
