package dev.payfleet.scrub.page;

/// How much of a page is looked at and drawn, so that a hostile page costs a bounded amount of memory and time.
/// Every limit counts structure (nodes, boxes, pixels of the drawing), never the length of a value, and is far
/// above what the payroll sites we read have (a few thousand nodes).
final class Limits {
    /// Nodes of a page, over all its frames, beyond which it is refused.
    static final int NODES = 60_000;
    /// Nesting beyond which a page is refused.
    static final int DEPTH = 400;
    /// Pieces that are laid out; what comes later is left out and the drawing says so.
    static final int PIECES = 6_000;
    /// Boxes that are drawn.
    static final int BOXES = 6_000;
    /// Frames with a process of their own that are looked into; others are opaque.
    static final int FRAMES = 40;
    /// Trees whose style sheets are read.
    static final int STYLED_TREES = 60;
    /// Characters of all style sheets together; a sheet that goes beyond is left out.
    static final int STYLE_CHARACTERS = 3_000_000;
    /// Characters of one class or id attribute; a longer one is left out.
    static final int NAME_CHARACTERS = 400;
    /// Width of the layout in pixels.
    static final int WIDTH = 1200;
    /// Height of the drawing in pixels.
    static final int HEIGHT = 6_000;
    /// Milliseconds for a page, or a frame with a process of its own, to show that it still answers.
    static final double ANSWER_MILLIS = 3_000;
    /// Milliseconds for each step of the drawing itself.
    static final double STEP_MILLIS = 15_000;

    private Limits() {}
}
