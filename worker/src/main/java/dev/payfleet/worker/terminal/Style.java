package dev.payfleet.worker.terminal;

/// How a text stands out. What it means comes first; a text must be understood without its colour.
public enum Style {
    /// As everything else.
    PLAIN(""),
    /// A heading, or the one figure that matters.
    STRONG("1"),
    /// What need not be read: borders, units, old news.
    FAINT("2"),
    /// It went well.
    GOOD("32"),
    /// It waits, or needs a look.
    WARNING("33"),
    /// It went wrong.
    BAD("31"),
    /// Something to copy: an id, a command.
    ACCENT("36");

    private static final String ESCAPE = "\u001b[";

    private final String code;

    Style(String code) {
        this.code = code;
    }

    String on(String words) {
        return code.isEmpty() || words.isEmpty() ? words : ESCAPE + code + "m" + words + ESCAPE + "0m";
    }
}
