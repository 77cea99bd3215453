package dev.payfleet.scrub.page;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.ScreenshotAnimations;
import com.microsoft.playwright.options.ScreenshotCaret;
import java.util.List;
import java.util.Locale;

/// Writes boxes as a page of its own (a strip that says what this is, the boxes, nothing else) and shoots it.
final class Drawing {
    private static final String STYLE = Resources.text("drawing.css");
    private static final List<String> REGIONS =
            List.of("form", "navigation", "group", "dialog", "header", "footer", "aside", "table", "alert");
    private static final int MARGIN = 20;
    private static final int STRIP = 92;
    private static final int NOTE_HEIGHT = 22;
    private static final int LEAST_HEIGHT = 240;
    private static final int THIN = 30;

    private final StringBuilder html = new StringBuilder();

    private Drawing() {}

    static int width() {
        return Limits.WIDTH + 2 * MARGIN;
    }

    static int height(Layout.Boxes boxes, Caption caption) {
        return strip(caption) + Math.max(LEAST_HEIGHT, boxes.height() + 2 * MARGIN);
    }

    static byte[] png(Layout.Boxes boxes, Caption caption, boolean cut, Page blank) {
        String html = new Drawing().document(boxes, caption, cut);
        blank.setViewportSize(width(), height(boxes, caption));
        blank.setContent(html);
        try {
            return shot(blank);
        } catch (PlaywrightException once) {
            // A busy machine now and then fails to give a frame in time; the page is ours, so asking again is safe.
            return shot(blank);
        }
    }

    private static byte[] shot(Page blank) {
        return blank.screenshot(new Page.ScreenshotOptions()
                .setAnimations(ScreenshotAnimations.DISABLED)
                .setCaret(ScreenshotCaret.HIDE)
                .setTimeout(Limits.STEP_MILLIS));
    }

    private static int strip(Caption caption) {
        return STRIP + NOTE_HEIGHT * caption.notes().size();
    }

    private String document(Layout.Boxes boxes, Caption caption, boolean cut) {
        html.append("<!doctype html><meta charset=utf-8><meta http-equiv=Content-Security-Policy content=\"")
                .append("default-src 'none'; style-src 'unsafe-inline'\"><title>redrawn</title><style>")
                .append(STYLE)
                .append("</style>");
        header(caption, cut);
        html.append("<main style='top:")
                .append(strip(caption) + MARGIN)
                .append("px;left:")
                .append(MARGIN)
                .append("px'>");
        boxes.boxes().forEach(this::box);
        return html.append("</main>").toString();
    }

    private void header(Caption caption, boolean cut) {
        html.append("<header style='height:").append(strip(caption)).append("px'><h1>");
        text(caption.title()).append("</h1>");
        for (String note : caption.notes()) {
            html.append("<p>");
            text(note).append("</p>");
        }
        html.append("<p class=legend><i class=value></i>a value, never its length")
                .append("<i class=field></i>a field<i class=button></i>a button<i class=picture></i>a picture")
                .append("<i class=opaque></i>a frame that could not be read")
                .append(cut ? "<b>The page goes on below.</b>" : "")
                .append(
                        "</p><p class=legend>Redrawn from the page's structure and the texts declared static.</p></header>");
    }

    private void box(Box box) {
        switch (box.kind()) {
            case WORDS -> words(box);
            case FIELD -> field(box);
            case REGION -> region(box);
            case VALUE, PANEL, BUTTON, PICTURE, OPAQUE, FRAME, CELL -> open(box).append("</div>");
        }
    }

    private void words(Box box) {
        open(box);
        text(box.text()).append("</div>");
    }

    private void field(Box box) {
        FieldKind kind = FieldKind.NUMBERED.get(box.detail());
        open(box);
        if (!kind.narrow()) {
            html.append("<u>");
            text(box.text()).append("</u><s>").append(kind.label).append("</s>");
        }
        html.append("</div>");
    }

    private void region(Box box) {
        boolean roomForName = box.width() > 260 || box.height() > 80;
        open(box)
                .append(roomForName ? "<s>" + REGIONS.get(box.detail()) + "</s>" : "")
                .append("</div>");
    }

    private StringBuilder open(Box box) {
        html.append("<div class='").append(box.kind().name().toLowerCase(Locale.ROOT));
        html.append(box.height() < THIN ? " thin" : "").append("' style='left:");
        html.append(box.left()).append("px;top:").append(box.top()).append("px;width:");
        html.append(box.width()).append("px;height:").append(box.height()).append("px");
        if (box.fill() >= 0) {
            html.append(";background:").append(rgb(box.fill()));
        }
        if (box.line() >= 0) {
            html.append(";border:")
                    .append(Math.max(1, box.lineWidth()))
                    .append("px solid ")
                    .append(rgb(box.line()));
        }
        if (box.radius() > 0) {
            html.append(";border-radius:").append(box.radius()).append("px");
        }
        if (box.kind() == BoxKind.WORDS) {
            html.append(";color:").append(rgb(box.ink())).append(";font-size:").append(box.fontSize());
            html.append("px;line-height:")
                    .append(box.height())
                    .append("px;font-weight:")
                    .append(box.bold() ? 700 : 400);
            html.append(box.underlined() ? ";text-decoration:underline" : "");
        }
        return html.append("'>");
    }

    private static String rgb(int colour) {
        return String.format(Locale.ROOT, "#%06x", colour);
    }

    /// Static text is shown, not interpreted.
    private StringBuilder text(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                default -> html.append(c);
            }
        }
        return html;
    }
}
