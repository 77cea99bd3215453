package dev.payfleet.scrub.page;

import java.util.List;

/// Kinds of boxes, numbered as the layout script numbers them.
enum BoxKind {
    PANEL,
    WORDS,
    VALUE,
    FIELD,
    BUTTON,
    PICTURE,
    OPAQUE,
    FRAME,
    CELL,
    REGION;

    /// By the number that the layout script uses.
    static final List<BoxKind> NUMBERED = List.of(values());
}
