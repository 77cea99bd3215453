package dev.payfleet.scrub.page;

import dev.payfleet.scrub.page.Piece.Field;
import dev.payfleet.scrub.page.Piece.Picture;
import dev.payfleet.scrub.page.Piece.Words;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Pictures and fields: nodes whose inside is the person's altogether and is never looked at.
final class Leaves {
    private static final Set<String> CHARTS = Set.of("canvas", "video", "object", "embed", "applet", "math");
    private static final Set<String> METERS = Set.of("progress", "meter");
    private static final Set<String> TICK_ROLES =
            Set.of("checkbox", "radio", "switch", "menuitemcheckbox", "menuitemradio");

    private final StaticWords words;
    private final Set<Channel> open;

    Leaves(StaticWords words, Set<Channel> open) {
        this.words = words;
        this.open = open;
    }

    /// The leaf that a node is, or nothing if it has an inside to look at.
    Optional<Piece> of(PageNode node) {
        String name = node.name();
        String role = node.attribute("role");
        if (name.equals("svg")) {
            return picture(PictureKind.ICON, node);
        }
        if (name.equals("img")) {
            String alternative = StaticWords.normalized(node.attribute("alt"));
            return words.contains(alternative) ? Optional.of(new Words(alternative)) : picture(PictureKind.IMAGE, node);
        }
        if (METERS.contains(name) || role.equals("progressbar") || role.equals("meter")) {
            return picture(PictureKind.METER, node);
        }
        if (CHARTS.contains(name)) {
            return picture(PictureKind.CHART, node);
        }
        if (name.equals("audio")) {
            return picture(PictureKind.METER, node);
        }
        return field(node, name, role).map(Piece.class::cast);
    }

    private Optional<Piece> picture(PictureKind kind, PageNode node) {
        int width = open.contains(Channel.PICTURE_SIZES) ? number(node.attribute("width"), kind.width) : kind.width;
        return Optional.of(new Picture(kind, width));
    }

    private static int number(String text, int otherwise) {
        return text.matches("\\d{1,4}") ? Integer.parseInt(text) : otherwise;
    }

    private Optional<Field> field(PageNode node, String name, String role) {
        String type = node.attribute("type").toLowerCase(Locale.ROOT);
        if (name.equals("input")) {
            return Optional.of(new Field(FieldKind.ofInput(type), hint(node)));
        }
        if (name.equals("select")) {
            return Optional.of(new Field(FieldKind.SELECT, hint(node)));
        }
        String editable = node.attributes().getOrDefault("contenteditable", "false");
        if (name.equals("textarea") || role.equals("textbox") || !editable.equalsIgnoreCase("false")) {
            return Optional.of(new Field(FieldKind.LONG_TEXT, hint(node)));
        }
        if (TICK_ROLES.contains(role)) {
            return Optional.of(new Field(FieldKind.TICK, ""));
        }
        return role.equals("slider") || role.equals("spinbutton")
                ? Optional.of(new Field(FieldKind.RANGE, ""))
                : Optional.empty();
    }

    private String hint(PageNode node) {
        String placeholder = StaticWords.normalized(node.attribute("placeholder"));
        String label = StaticWords.normalized(node.attribute("aria-label"));
        return words.contains(placeholder) ? placeholder : words.contains(label) ? label : "";
    }
}
