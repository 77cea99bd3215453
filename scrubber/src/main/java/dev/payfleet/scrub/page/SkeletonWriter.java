package dev.payfleet.scrub.page;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.payfleet.scrub.page.Piece.Branch;
import dev.payfleet.scrub.page.Piece.Field;
import dev.payfleet.scrub.page.Piece.Opaque;
import dev.payfleet.scrub.page.Piece.Picture;
import dev.payfleet.scrub.page.Piece.Tree;
import dev.payfleet.scrub.page.Piece.Value;
import dev.payfleet.scrub.page.Piece.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Writes a skeleton for the layout, and decides how far the site's style sheet reaches into each element:
///
/// 1. *look*: holds static text alone. The sheet lays it out and colours it.
/// 2. *clean*: holds static text and fields, no value. The sheet lays it out; its colours are neutral.
/// 3. *scaffold*: a part of the page that has values somewhere inside (a landmark, a table, what holds a heading). The
/// sheet lays it out, but its classes come into force only after the colours are taken, so a class on a card can't
/// turn a heading inside it red.
/// 4. *row*: anything else that holds a value, and all below it. Classes and ids there follow the data, so the sheet
///    sees none of them.
final class SkeletonWriter {
    private enum Reach {
        LOOK,
        CLEAN,
        SCAFFOLD,
        ROW
    }

    private final Set<Channel> open;
    private final List<String> texts = new ArrayList<>();

    SkeletonWriter(Set<Channel> open) {
        this.open = open;
    }

    /// The static texts in the order in which the layout knows them.
    List<String> texts() {
        return texts;
    }

    JsonObject write(Tree tree) {
        JsonObject json = kind("tree");
        JsonArray sheets = new JsonArray();
        for (Sheet sheet : tree.sheets()) {
            JsonArray each = new JsonArray();
            each.add(sheet.text());
            each.add(sheet.media());
            each.add(sheet.fromFile() || open.contains(Channel.PAGE_SHEETS));
            sheets.add(each);
        }
        json.add("sheets", sheets);
        json.add("content", piece(tree.content(), false));
        return json;
    }

    private JsonObject piece(Piece piece, boolean inRow) {
        return switch (piece) {
            case Tree tree -> write(tree);
            case Branch branch -> branch(branch, inRow);
            case Words(String text) -> {
                JsonObject json = kind("words");
                json.addProperty("index", texts.size());
                json.addProperty("text", text);
                texts.add(text);
                yield json;
            }
            case Value(int weight) -> {
                JsonObject json = kind("value");
                json.addProperty("width", 96 + 3 * weight);
                yield json;
            }
            case Picture(PictureKind picture, int width) -> {
                JsonObject json = kind("picture");
                json.addProperty("width", width);
                json.addProperty("height", picture.height);
                yield json;
            }
            case Field(FieldKind field, String hint) -> {
                JsonObject json = kind("field");
                json.addProperty("field", FieldKind.NUMBERED.indexOf(field));
                json.addProperty(
                        "tag",
                        field == FieldKind.SELECT ? "select" : field == FieldKind.LONG_TEXT ? "textarea" : "input");
                json.addProperty("narrow", field.narrow());
                json.addProperty("index", hint.isEmpty() ? -1 : texts.size());
                if (!hint.isEmpty()) {
                    texts.add(hint);
                }
                yield json;
            }
            case Opaque _ -> kind("opaque");
        };
    }

    private JsonObject branch(Branch branch, boolean parentInRow) {
        boolean inRow = parentInRow || startsRow(branch);
        Reach reach = inRow ? Reach.ROW : reach(branch.holds());
        Tag tag = branch.tag();
        JsonObject json = kind("branch");
        json.addProperty("tag", tag.name());
        json.addProperty("role", role(tag.role()));
        json.addProperty("look", reach == Reach.LOOK || open.contains(Channel.ROW_LOOK));
        json.addProperty("late", reach == Reach.SCAFFOLD && !open.contains(Channel.ROW_LOOK));
        boolean named = reach != Reach.ROW || open.contains(Channel.ROW_NAMES) || open.contains(Channel.ROW_LOOK);
        json.addProperty("classes", named ? tag.classes() : "");
        json.addProperty("id", named ? tag.id() : "");
        json.addProperty("style", tag.style());
        json.addProperty("span", tag.span());
        JsonArray children = new JsonArray();
        branch.children().forEach(child -> children.add(piece(child, inRow)));
        json.add("children", children);
        return json;
    }

    private static String role(String role) {
        return switch (role) {
            case "dialog", "alertdialog" -> "dialog";
            case "alert" -> "alert";
            default -> "";
        };
    }

    private static boolean startsRow(Branch branch) {
        return branch.holds().value()
                && !branch.holds().section()
                && !branch.tag().section()
                && !branch.tag().wholePage();
    }

    private static Reach reach(Piece.Holds holds) {
        if (holds.value()) {
            return Reach.SCAFFOLD;
        }
        if (holds.field()) {
            return Reach.CLEAN;
        }
        return holds.words() ? Reach.LOOK : Reach.ROW;
    }

    private static JsonObject kind(String kind) {
        JsonObject json = new JsonObject();
        json.addProperty("kind", kind);
        return json;
    }
}
