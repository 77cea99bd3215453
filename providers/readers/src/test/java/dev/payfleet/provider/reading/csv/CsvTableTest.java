package dev.payfleet.provider.reading.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.payfleet.provider.reading.Money;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class CsvTableTest {

    private static final String FILE = """
            Name;Brutto;Notiz
            Jörg Größe;1.234,56;"er sagt ""ja""; immer"
            Änne Weiß;(2,00);-
            """;

    @Test
    void reads_cells_under_their_headers_wherever_they_stand() {
        CsvTable table = read(FILE, "Brutto", "Name");

        assertThat(table.rows()).hasSize(2);
        assertThat(table.rows().getFirst().cell("Name").required()).isEqualTo("Jörg Größe");
        assertThat(table.rows().getFirst().cell("Brutto").read(Money.GERMAN)).isEqualTo(123_456);
        assertThat(table.rows().getLast().cell("Brutto").read(Money.GERMAN)).isEqualTo(-200);
    }

    @Test
    void reads_quotes_marks_and_other_charsets() {
        assertThat(read("\uFEFF" + FILE, "Name", "Notiz")
                        .rows()
                        .getFirst()
                        .cell("Notiz")
                        .required())
                .isEqualTo("er sagt \"ja\"; immer");
        CsvStyle latin = new CsvStyle(StandardCharsets.ISO_8859_1, ';', Set.of("-"));
        CsvTable table = CsvTable.read("export", bytes(FILE, StandardCharsets.ISO_8859_1), latin, "Name", "Notiz");

        assertThat(table.rows().getFirst().cell("Name").required()).isEqualTo("Jörg Größe");
        assertThat(table.rows().getLast().cell("Notiz").orNull()).isNull();
    }

    @Test
    void a_file_of_headers_alone_has_no_rows() {
        assertThat(read("Name;Brutto\n", "Name").rows()).isEmpty();
    }

    @Test
    void names_row_column_and_expectation_and_never_the_value() {
        assertFails(() -> read(FILE, "Netto"), "column \"Netto\"");
        assertFails(() -> read("", "Name"), "a row of headers");
        assertFails(() -> read("Name;Name\n", "Name"), "column \"Name\" once");
        assertFails(() -> read("Name;Brutto\nJörg\n", "Name"), "row 1: 2 fields");
        assertFails(() -> read("Name;Brutto\n\"Jörg;1", "Name"), "well-formed CSV");
        assertFails(
                () -> read(FILE, "Name").rows().getFirst().cell("Name").read(Money.GERMAN),
                "row 1, column \"Name\": an amount such as 1.234,56 €");
        assertFails(
                () -> CsvTable.read("export", bytes(FILE, StandardCharsets.ISO_8859_1), CsvStyle.SEMICOLONS, "Name"),
                "text in UTF-8");
        assertThat(read(FILE, "Name").rows().getFirst()).hasToString("Row[export, 1, <redacted>]");
    }

    private static CsvTable read(String text, String... columns) {
        return CsvTable.read("export", bytes(text, StandardCharsets.UTF_8), CsvStyle.SEMICOLONS, columns);
    }

    private static byte[] bytes(String text, Charset charset) {
        return text.getBytes(charset);
    }

    private static void assertFails(ThrowingCallable action, String expected) {
        assertThatThrownBy(action)
                .hasMessage("page \"export\" has changed: expected " + expected)
                .hasMessageNotContaining("Jörg")
                .hasNoCause();
    }
}
