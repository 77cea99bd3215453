/// Tables in CSV files; the only place that knows a CSV library. Start at
/// [dev.payfleet.provider.reading.csv.CsvTable].
@NullMarked
package dev.payfleet.provider.reading.csv;

import org.jspecify.annotations.NullMarked;
