package dev.payfleet.provider.reading.csv;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/// How a site writes its CSV files.
///
/// @param charset a byte order mark apart, which is skipped
/// @param separator between two fields
/// @param blanks texts that stand for nothing at this site; empty text always does
public record CsvStyle(Charset charset, char separator, Set<String> blanks) {

    /// UTF-8 with semicolons, as spreadsheets in much of Europe expect it.
    public static final CsvStyle SEMICOLONS = new CsvStyle(StandardCharsets.UTF_8, ';', Set.of());

    /// UTF-8 with commas.
    public static final CsvStyle COMMAS = new CsvStyle(StandardCharsets.UTF_8, ',', Set.of());

    /// Copies.
    public CsvStyle {
        blanks = Set.copyOf(blanks);
    }
}
