package dev.payfleet.worker.demo;

import dev.payfleet.worker.terminal.Style;

/// How outcomes are marked, for the eye that passes over them.
final class Marks {
    static final String GOOD = "✓";
    static final String BAD = "✗";
    private static final String OTHER = "·";

    private Marks() {}

    static String of(String said) {
        return said.startsWith("succeeded") ? GOOD : said.startsWith("failed") ? BAD : OTHER;
    }

    static Style style(String said) {
        return said.startsWith("succeeded") ? Style.GOOD : said.startsWith("failed") ? Style.BAD : Style.WARNING;
    }
}
