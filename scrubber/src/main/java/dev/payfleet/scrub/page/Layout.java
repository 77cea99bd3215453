package dev.payfleet.scrub.page;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.Page;
import dev.payfleet.scrub.page.Piece.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Lays a skeleton out on a blank page and takes its boxes as numbers. Whatever the script answers is checked again
/// here: it is numbers within bounds, and text comes from the skeleton's own list, never from the script.
final class Layout {
    private static final String SCRIPT = Resources.text("layout.js");
    private static final int COLUMNS = 17;

    /// Boxes in the order in which they are drawn.
    record Boxes(List<Box> boxes, int height, boolean cut) {}

    private Layout() {}

    static Boxes of(Tree tree, Set<Channel> open, Page blank) {
        SkeletonWriter writer = new SkeletonWriter(open);
        JsonObject input = new JsonObject();
        input.add("tree", writer.write(tree));
        input.addProperty("base", Resources.text("base.css"));
        input.addProperty("neutral", Resources.text("neutral.css"));
        input.addProperty("width", Limits.WIDTH);
        input.addProperty("most", Limits.BOXES);
        blank.setViewportSize(Limits.WIDTH, 900);
        blank.setContent("<!doctype html><title>layout</title>");
        Object answer = blank.evaluate(SCRIPT, input.toString());
        return boxes(JsonParser.parseString(String.valueOf(answer)).getAsJsonObject(), writer.texts());
    }

    private static Boxes boxes(JsonObject answer, List<String> texts) {
        List<Box> boxes = new ArrayList<>();
        int height = 0;
        boolean cut = answer.get("cut").getAsBoolean();
        JsonArray rows = answer.getAsJsonArray("boxes");
        for (int i = 0; i < rows.size() && boxes.size() < Limits.BOXES; i++) {
            Box box = box(rows.get(i).getAsJsonArray(), texts);
            if (box.top() >= Limits.HEIGHT) {
                cut = true;
            } else {
                boxes.add(box);
                height = Math.max(height, Math.min(Limits.HEIGHT, box.top() + box.height()));
            }
        }
        return new Boxes(boxes, height, cut);
    }

    private static Box box(JsonArray row, List<String> texts) {
        int[] n = new int[COLUMNS];
        for (int i = 0; i < COLUMNS; i++) {
            n[i] = row.get(i).getAsInt();
        }
        int left = within(n[1], 0, Limits.WIDTH);
        int top = within(n[2], 0, Limits.HEIGHT);
        return new Box(
                BoxKind.NUMBERED.get(n[0]),
                left,
                top,
                within(n[3], 0, Limits.WIDTH - left),
                within(n[4], 0, Limits.HEIGHT),
                n[5] & 0xffffff,
                colour(n[6]),
                colour(n[7]),
                within(n[8], 0, 8),
                within(n[9], 0, 24),
                within(n[10], 8, 48),
                n[11] != 0,
                n[12] != 0,
                within(n[13], 0, 99),
                n[14] < 0 ? "" : slice(texts.get(n[14]), n[15], n[16]));
    }

    /// A negative end means the whole text.
    private static String slice(String text, int from, int to) {
        return text.substring(from, to < 0 ? text.length() : to);
    }

    private static int colour(int rgb) {
        return rgb < 0 ? -1 : rgb & 0xffffff;
    }

    private static int within(int value, int least, int most) {
        return Math.max(least, Math.min(most, value));
    }
}
