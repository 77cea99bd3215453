package dev.payfleet.provider.reading.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.payfleet.provider.reading.Money;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class PdfTextTest {

    private static final PdfText SLIP = PdfText.read("payslip", slip(), Set.of("-"));

    @Test
    void cuts_lines_into_cells_where_the_gap_is_wide() {
        assertThat(SLIP.lines()).hasSize(7);
        PdfLine name = SLIP.lines().getFirst();
        assertThat(name.cells()).isEqualTo(2);
        assertThat(name.cell(0).required()).isEqualTo("Name");
        assertThat(name.cell(1).required()).isEqualTo("Jörg von Größe");
        assertThat(name.cell(5).orNull()).isNull();
    }

    @Test
    void reads_what_stands_right_of_a_label_on_any_page() {
        assertThat(SLIP.labelled("Netto").read(Money.GERMAN)).isEqualTo(212_345);
        assertThat(SLIP.labelled("Bonus").orNull()).isNull();
    }

    @Test
    void reads_the_lines_between_two_headings() {
        assertThat(SLIP.between("Bezüge", "Abzüge"))
                .extracting(line -> line.cell(0).required() + "=" + line.last().read(Money.GERMAN))
                .containsExactly("Gehalt=350000", "Zulage Nacht=1050");
    }

    @Test
    void names_place_and_expectation_and_never_the_value() {
        assertFails(() -> SLIP.labelled("Steuer"), "label \"Steuer\"");
        assertFails(() -> SLIP.between("Bezüge", "Ende"), "a line that begins with \"Ende\"");
        assertFails(() -> SLIP.labelled("Name").read(Money.GERMAN), "right of \"Name\": an amount such as 1.234,56 €");
        assertFails(() -> SLIP.lines().getFirst().cell(7).required(), "line 1, cell 8: a value");
        assertFails(() -> PdfText.read("payslip", new byte[] {'J', 'x'}, Set.of()), "a PDF file");
        assertThat(SLIP).hasToString("PdfText[payslip]");
        assertThat(SLIP.lines().getFirst()).hasToString("PdfLine[1, <redacted>]");
    }

    private static void assertFails(ThrowingCallable action, String expected) {
        assertThatThrownBy(action)
                .hasMessage("page \"payslip\" has changed: expected " + expected)
                .hasMessageNotContaining("Jörg")
                .hasNoCause();
    }

    /// Two pages, of which the second is written from the bottom up.
    private static byte[] slip() {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream file = new ByteArrayOutputStream()) {
            page(
                    document,
                    "700|50|Name|200|Jörg von Größe",
                    "680|50|Bezüge",
                    "660|50|Gehalt|300|3.500,00",
                    "640|50|Zulage Nacht|300|10,50",
                    "620|50|Abzüge");
            page(document, "680|50|Bonus|300|-", "700|50|Netto|300|2.123,45 €");
            document.save(file);
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void page(PDDocument document, String... lines) throws IOException {
        PDPage page = new PDPage();
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            for (String line : lines) {
                String[] parts = line.split("\\|");
                for (int i = 1; i < parts.length; i += 2) {
                    content.beginText();
                    content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 11);
                    content.newLineAtOffset(Float.parseFloat(parts[i]), Float.parseFloat(parts[0]));
                    content.showText(parts[i + 1]);
                    content.endText();
                }
            }
        }
    }
}
