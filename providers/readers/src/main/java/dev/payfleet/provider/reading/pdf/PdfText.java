package dev.payfleet.provider.reading.pdf;

import dev.payfleet.provider.ProviderException;
import dev.payfleet.provider.Trouble;
import dev.payfleet.provider.reading.Value;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;

/// The text of a PDF file, line by line from top to bottom over all pages, each line cut into cells where the gap
/// is wider than between two words. Failures name file, line and label, never the value.
public final class PdfText {

    private final String name;
    private final Set<String> blanks;
    private final List<PdfLine> lines;

    private PdfText(String name, Set<String> blanks, List<List<String>> lines) {
        this.name = name;
        this.blanks = Set.copyOf(blanks);
        List<PdfLine> numbered = new ArrayList<>();
        lines.forEach(cells -> numbered.add(new PdfLine(this, numbered.size() + 1, cells)));
        this.lines = List.copyOf(numbered);
    }

    /// Reads a file.
    ///
    /// @param name what failures call it; static, such as `payslip`
    /// @param blanks texts that stand for nothing at this site; empty text always does
    public static PdfText read(String name, byte[] file, Set<String> blanks) {
        try (PDDocument document = Loader.loadPDF(file)) {
            return new PdfText(name, blanks, LineStripper.linesOf(document));
        } catch (IOException e) {
            // Without the cause, which may quote the file.
            throw new ProviderException(new Trouble.LayoutChanged(name, "a PDF file"));
        }
    }

    /// All lines that hold text.
    public List<PdfLine> lines() {
        return lines;
    }

    /// What stands right of a label, which must be there once: the next cell of its line.
    public Value labelled(String label) {
        List<PdfLine> found = lines.stream().filter(line -> line.holds(label)).toList();
        if (found.size() != 1) {
            throw changed("label \"" + label + "\"" + (found.isEmpty() ? "" : " once"));
        }
        return found.getFirst().after(label);
    }

    /// The lines between the one that begins with `from` and the next that begins with `to`, both left out.
    public List<PdfLine> between(String from, String to) {
        int first = indexOf(from, 0);
        return lines.subList(first + 1, indexOf(to, first + 1));
    }

    private int indexOf(String beginning, int start) {
        for (int i = start; i < lines.size(); i++) {
            if (lines.get(i).begins(beginning)) {
                return i;
            }
        }
        throw changed("a line that begins with \"" + beginning + "\"");
    }

    /// The trouble of not finding what was expected.
    ///
    /// @param expected static words; never a text of the file
    public ProviderException changed(String expected) {
        return new ProviderException(new Trouble.LayoutChanged(name, expected));
    }

    boolean isBlank(String text) {
        return text.isBlank() || blanks.contains(text.strip());
    }

    /// The name alone: the text is a person's.
    @Override
    public String toString() {
        return "PdfText[" + name + "]";
    }
}
