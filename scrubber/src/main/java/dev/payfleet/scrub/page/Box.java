package dev.payfleet.scrub.page;

/// One box to be drawn: numbers, and a piece of a static text.
///
/// @param ink colour of the text as 0xRRGGBB
/// @param fill colour of the inside, or -1
/// @param line colour of the border, or -1
/// @param detail what the kind says: a field's kind, a region's kind
/// @param text static text to write, or empty
record Box(
        BoxKind kind,
        int left,
        int top,
        int width,
        int height,
        int ink,
        int fill,
        int line,
        int lineWidth,
        int radius,
        int fontSize,
        boolean bold,
        boolean underlined,
        int detail,
        String text) {}
