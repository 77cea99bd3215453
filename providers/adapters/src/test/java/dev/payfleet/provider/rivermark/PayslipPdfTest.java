package dev.payfleet.provider.rivermark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.payfleet.provider.reading.pdf.PdfText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Payslips that the site never prints.
class PayslipPdfTest {

    private static final String SLIP = """
            Bruttobezüge|Betrag
            Gehalt|–|3.000,00
            Gesamtbrutto|3.000,00
            Steuerrechtliche Abzüge|Betrag
            Lohnsteuer|400,00
            Summe Steuern|400,00
            Sozialversicherung|Betrag
            Krankenversicherung|250,00
            Rentenversicherung|279,00
            Summe Sozialversicherung|529,00
            Sonstige Abzüge|Betrag
            Vermögenswirksame Leistungen|40,00
            Summe sonstige Abzüge|40,00
            Nettoverdienst|2.031,00
            Erstattungen|Betrag
            Reisekosten steuerfrei|19,50
            Summe Erstattungen|19,50
            Auszahlungsbetrag|2.050,50 €
            Arbeitgeberanteile|Betrag
            AG-Anteil Rentenversicherung|279,00
            Summe Arbeitgeberanteile|279,00
            """;

    @Test
    void totals_agree_with_their_lines() {
        assertThat(payslip(SLIP).sumsAgree()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Lohnsteuer|400,00",
                "Rentenversicherung|279,00\nSumme",
                "Summe sonstige Abzüge|40,00",
                "Reisekosten steuerfrei|19,50",
                "Auszahlungsbetrag|2.050,50",
                "Summe Arbeitgeberanteile|279,00"
            })
    void a_total_that_is_off_is_noticed(String printed) {
        String off = printed.replaceFirst("0,00|9,00|9,50|0,50", "1,11");

        assertThat(payslip(SLIP.replace(printed, off)).sumsAgree()).isFalse();
    }

    @Test
    void a_section_that_is_gone_is_named() {
        String without = SLIP.replace("Sonstige Abzüge|Betrag\n", "");

        assertThatThrownBy(() -> payslip(without))
                .hasMessage("page \"payslip\" has changed: expected a line that begins with \"Sonstige Abzüge\"");
    }

    private static PayslipPdf payslip(String lines) {
        return new PayslipPdf(PdfText.read("payslip", printed(lines), RivermarkPages.BLANKS));
    }

    private static byte[] printed(String lines) {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream file = new ByteArrayOutputStream()) {
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                print(content, lines);
            }
            document.save(file);
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void print(PDPageContentStream content, String lines) throws IOException {
        float height = 750;
        for (String line : lines.lines().toList()) {
            float left = 50;
            for (String cell : line.split("\\|")) {
                content.beginText();
                content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 10);
                content.newLineAtOffset(left, height);
                content.showText(cell);
                content.endText();
                left += 220;
            }
            height -= 16;
        }
    }
}
