package dev.payfleet.scrub.page;

/// Kinds of things that are drawn as an opaque box of one size per kind: natural sizes depend on data.
enum PictureKind {
    ICON(20, 20),
    IMAGE(64, 48),
    METER(160, 14),
    CHART(280, 140);

    final int width;
    final int height;

    PictureKind(int width, int height) {
        this.width = width;
        this.height = height;
    }
}
