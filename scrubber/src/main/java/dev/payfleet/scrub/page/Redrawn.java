package dev.payfleet.scrub.page;

/// A redrawn page. Holds nothing of the person's: two people with the same layout have the same bytes. Immutable.
public final class Redrawn {
    private final byte[] png;
    private final int width;
    private final int height;
    private final int boxes;
    private final int unreadableFrames;
    private final boolean cut;

    Redrawn(byte[] png, int width, int height, int boxes, int unreadableFrames, boolean cut) {
        this.png = png.clone();
        this.width = width;
        this.height = height;
        this.boxes = boxes;
        this.unreadableFrames = unreadableFrames;
        this.cut = cut;
    }

    /// The picture, as a copy.
    public byte[] png() {
        return png.clone();
    }

    /// Width of the picture in pixels.
    public int width() {
        return width;
    }

    /// Height of the picture in pixels.
    public int height() {
        return height;
    }

    /// How many boxes were drawn.
    public int boxes() {
        return boxes;
    }

    /// How many frames could not be looked into and are drawn as opaque boxes.
    public int unreadableFrames() {
        return unreadableFrames;
    }

    /// Whether the page goes on beyond what is drawn; the picture says so too.
    public boolean cut() {
        return cut;
    }
}
