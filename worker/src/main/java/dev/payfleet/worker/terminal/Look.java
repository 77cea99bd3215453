package dev.payfleet.worker.terminal;

import java.util.Map;

/// What can be shown.
///
/// @param width character cells in a line; [#UNBOUNDED] where lines may be of any length
/// @param height lines that can be seen at once
/// @param colour whether styles are shown
/// @param live whether what was written can be written over
public record Look(int width, int height, boolean colour, boolean live) {
    /// For files and pipes.
    public static final int UNBOUNDED = Integer.MAX_VALUE;

    /// A file or a pipe: plain lines of any length.
    public static final Look PLAIN = new Look(UNBOUNDED, UNBOUNDED, false, false);

    private static final int NARROWEST = 20;

    public Look {
        width = Math.max(NARROWEST, width);
        height = Math.max(2, height);
    }

    /// A terminal of this size. `NO_COLOR`, set to anything, turns colour off (<https://no-color.org>), and so does
    /// a `TERM` of `dumb`, which cannot be written over either.
    public static Look terminal(int width, int height, Map<String, String> environment) {
        boolean dumb = "dumb".equals(environment.get("TERM"));
        boolean plain = !environment.getOrDefault("NO_COLOR", "").isEmpty();
        return new Look(width, height, !dumb && !plain, !dumb);
    }

    /// Whether a person is likely to look on.
    public boolean terminal() {
        return width != UNBOUNDED;
    }

    /// The words, in their style where there is colour.
    public String paint(Text text) {
        return colour ? text.style().on(text.words()) : text.words();
    }

    /// The words, in the style where there is colour.
    public String paint(Style style, String words) {
        return paint(new Text(words, style));
    }
}
