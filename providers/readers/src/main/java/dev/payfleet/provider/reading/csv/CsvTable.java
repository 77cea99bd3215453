package dev.payfleet.provider.reading.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.payfleet.provider.ProviderException;
import dev.payfleet.provider.Trouble;
import dev.payfleet.provider.reading.Value;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A CSV file with one header row, told by the texts of its header, so that a moved column is found and a missing
/// one noticed. Failures name file, row and column, never the value.
public final class CsvTable {

    private final String name;
    private final CsvStyle style;
    private final Map<String, Integer> places = new HashMap<>();
    private final List<Row> rows = new ArrayList<>();

    private CsvTable(String name, CsvStyle style) {
        this.name = name;
        this.style = style;
    }

    /// Reads a file.
    ///
    /// @param name what failures call it; static, such as `payroll export`
    /// @param columns those that it must have at least
    public static CsvTable read(String name, byte[] file, CsvStyle style, String... columns) {
        CsvTable table = new CsvTable(name, style);
        table.fill(table.records(file), List.of(columns));
        return table;
    }

    /// The rows in the order of the file.
    public List<Row> rows() {
        return List.copyOf(rows);
    }

    private void fill(List<CsvRecord> records, List<String> columns) {
        if (records.isEmpty()) {
            throw changed("a row of headers");
        }
        List<String> headers = records.getFirst().getFields();
        for (int i = 0; i < headers.size(); i++) {
            String header = headers.get(i).strip();
            if (places.putIfAbsent(header, i) != null && columns.contains(header)) {
                throw changed("column \"" + header + "\" once");
            }
        }
        for (String column : columns) {
            if (!places.containsKey(column)) {
                throw changed("column \"" + column + "\"");
            }
        }
        places.keySet().retainAll(columns);
        for (CsvRecord record : records.subList(1, records.size())) {
            if (record.getFieldCount() != headers.size()) {
                throw changed("row " + (rows.size() + 1) + ": " + headers.size() + " fields");
            }
            rows.add(new Row(this, rows.size() + 1, record));
        }
    }

    private List<CsvRecord> records(byte[] file) {
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(style.separator())
                .allowUnclosedQuote(false)
                // Counted below, where the row can be named.
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(decoded(file))) {
            return reader.stream().toList();
        } catch (CsvParseException e) {
            // Without the cause, which may quote the text.
            throw changed("well-formed CSV");
        } catch (IOException e) {
            throw new UncheckedIOException("a text was not read", e);
        }
    }

    /// A wrong charset is noticed rather than read with holes in it.
    private String decoded(byte[] file) {
        try {
            String text =
                    style.charset().newDecoder().decode(ByteBuffer.wrap(file)).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw changed("text in " + style.charset().name());
        }
    }

    private ProviderException changed(String expected) {
        return new ProviderException(new Trouble.LayoutChanged(name, expected));
    }

    /// One row of data.
    public static final class Row {

        private final CsvTable table;
        private final int number;
        private final CsvRecord record;

        private Row(CsvTable table, int number, CsvRecord record) {
            this.table = table;
            this.number = number;
            this.record = record;
        }

        /// The field under a header.
        ///
        /// @param column one of those the file was asked for
        public Value cell(String column) {
            Integer place = table.places.get(column);
            if (place == null) {
                throw new IllegalArgumentException("column was not asked for: " + column);
            }
            return new Cell(table, "row " + number + ", column \"" + column + "\"", record.getField(place));
        }

        /// The row's number alone: its fields are a person's.
        @Override
        public String toString() {
            return "Row[" + table.name + ", " + number + ", <redacted>]";
        }
    }

    private record Cell(CsvTable table, String place, String text) implements Value {

        @Override
        public @Nullable String orNull() {
            String plain = text.strip();
            return plain.isEmpty() || table.style.blanks().contains(plain) ? null : plain;
        }

        @Override
        public ProviderException changed(String expected) {
            return table.changed(place + ": " + expected);
        }

        @Override
        public String toString() {
            return "Cell[" + table.name + ", " + place + ", <redacted>]";
        }
    }
}
