package dev.payfleet.scrub.page;

import java.util.List;
import java.util.Locale;

/// Kinds of form fields, each drawn in one size whatever it holds.
enum FieldKind {
    TEXT("text"),
    PASSWORD("password"),
    EMAIL("e-mail"),
    NUMBER("number"),
    DATE("date"),
    FILE("file"),
    COLOR("colour"),
    RANGE("slider"),
    TICK("tick"),
    SELECT("choice"),
    LONG_TEXT("long text");

    /// By the number under which the layout script passes them on.
    static final List<FieldKind> NUMBERED = List.of(values());

    final String label;

    FieldKind(String label) {
        this.label = label;
    }

    /// The kind of an `<input>` by its type; unknown types are text, as in a browser.
    static FieldKind ofInput(String type) {
        return switch (type.toLowerCase(Locale.ROOT)) {
            case "password" -> PASSWORD;
            case "email" -> EMAIL;
            case "number" -> NUMBER;
            case "date", "datetime-local", "month", "week", "time" -> DATE;
            case "file" -> FILE;
            case "color" -> COLOR;
            case "range" -> RANGE;
            case "checkbox", "radio" -> TICK;
            default -> TEXT;
        };
    }

    boolean narrow() {
        return this == TICK || this == COLOR;
    }
}
