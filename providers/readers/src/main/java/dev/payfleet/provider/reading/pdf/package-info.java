/// The text of PDF files, by the place where it stands; the only place that knows a PDF library. Start at
/// [dev.payfleet.provider.reading.pdf.PdfText].
@NullMarked
package dev.payfleet.provider.reading.pdf;

import org.jspecify.annotations.NullMarked;
