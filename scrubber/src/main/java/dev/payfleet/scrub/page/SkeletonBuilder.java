package dev.payfleet.scrub.page;

import dev.payfleet.scrub.page.PageNode.Kind;
import dev.payfleet.scrub.page.Piece.Branch;
import dev.payfleet.scrub.page.Piece.Field;
import dev.payfleet.scrub.page.Piece.Holds;
import dev.payfleet.scrub.page.Piece.Opaque;
import dev.payfleet.scrub.page.Piece.Picture;
import dev.payfleet.scrub.page.Piece.Tree;
import dev.payfleet.scrub.page.Piece.Value;
import dev.payfleet.scrub.page.Piece.Words;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Takes everything of the person's out of a page: what comes out has structure and static text, and nothing else.
/// It is an allow-list: a node becomes one of seven kinds of [Piece] or is dropped, and no attribute is copied but
/// those of [Tag], which only style sheets see.
final class SkeletonBuilder {
    private static final Set<String> NEVER_SHOWN = Set.of(
            "head",
            "script",
            "style",
            "template",
            "noscript",
            "meta",
            "link",
            "title",
            "base",
            "source",
            "track",
            "param",
            "map",
            "area",
            "datalist",
            "option",
            "optgroup",
            "rp",
            "frameset",
            "noframes");
    /// Elements that hold a value by their kind, so that an empty one must look like a full one.
    private static final Set<String> VALUE_TAGS =
            Set.of("td", "dd", "li", "p", "output", "time", "data", "h1", "h2", "h3", "h4", "h5", "h6");

    private static final Set<String> BUTTON_INPUTS = Set.of("submit", "button", "reset", "image");
    private static final Set<String> FRAMES = Set.of("iframe", "frame", "fencedframe");

    private final StaticWords words;
    private final Leaves leaves;
    private final Set<Channel> open;
    private int unreadableFrames;
    private int pieces;

    SkeletonBuilder(StaticWords words, Set<Channel> open) {
        this.words = words;
        this.leaves = new Leaves(words, open);
        this.open = open;
    }

    int unreadableFrames() {
        return unreadableFrames;
    }

    boolean cut() {
        return pieces > Limits.PIECES;
    }

    /// The skeleton of a document.
    Tree tree(PageNode document) {
        List<Piece> content = children(document);
        Piece whole = content.size() == 1 ? content.getFirst() : branch(new Tag("html", "", "", "", "", ""), content);
        return new Tree(whole, document.sheets());
    }

    private List<Piece> children(PageNode parent) {
        ValueRuns runs = new ValueRuns(open);
        for (PageNode child : parent.children()) {
            if (child.kind() == Kind.TEXT) {
                text(child, runs);
            } else if (child.kind() == Kind.ELEMENT && ++pieces <= Limits.PIECES) {
                element(child, parent, runs);
            }
        }
        return runs.pieces();
    }

    private void text(PageNode node, ValueRuns runs) {
        String text = StaticWords.normalized(node.text());
        if (!node.painted() || text.isEmpty()) {
            runs.space();
        } else if (words.contains(text)) {
            runs.add(new Words(text));
        } else {
            runs.value(text.length());
        }
    }

    private void element(PageNode node, PageNode parent, ValueRuns runs) {
        if (NEVER_SHOWN.contains(node.name())) {
            return;
        }
        if (node.name().equals("br") || node.name().equals("wbr")) {
            runs.space();
            return;
        }
        if (node.name().equals("slot")) {
            children(node).forEach(piece -> again(piece, runs));
            return;
        }
        Optional<Piece> leaf = whole(node);
        if (leaf.isPresent()) {
            leaf.filter(_ -> node.painted()).ifPresent(runs::add);
            return;
        }
        List<Piece> inside = children(node);
        if (inside.isEmpty() && node.painted()) {
            inside = emptyElement(node, parent);
        }
        if (isPlainValue(node, inside) && !open.contains(Channel.ROW_NAMES) && !open.contains(Channel.ROW_LOOK)) {
            inside.forEach(piece -> again(piece, runs));
        } else if (!inside.isEmpty() || (node.painted() && Tag.TABLE_PARTS.contains(node.name()))) {
            runs.add(branch(tag(node, inside), inside));
        }
    }

    private static void again(Piece piece, ValueRuns runs) {
        if (piece instanceof Value(int weight)) {
            runs.value(weight);
        } else {
            runs.add(piece);
        }
    }

    /// A value in inline wrapping is just a value: how it is wrapped (a sign, a highlight, a currency) is data.
    private static boolean isPlainValue(PageNode node, List<Piece> inside) {
        return Tag.PHRASING.contains(node.name())
                && inside.stream().allMatch(Value.class::isInstance)
                && !inside.isEmpty();
    }

    private List<Piece> emptyElement(PageNode node, PageNode parent) {
        if (node.name().equals("th")) {
            return List.of();
        }
        boolean value = VALUE_TAGS.contains(node.name())
                || besideALabel(node, parent)
                || parent.name().equals("td")
                || parent.name().equals("dd");
        return value && !open.contains(Channel.EMPTINESS) ? List.of(new Value(0)) : List.of();
    }

    /// `<div><span>Middle name</span><span></span></div>`: the second is where the value would be.
    private boolean besideALabel(PageNode node, PageNode parent) {
        int at = parent.children().indexOf(node);
        for (int i = at - 1; i >= 0; i--) {
            PageNode before = parent.children().get(i);
            String text = before.kind() == Kind.ELEMENT ? wholeText(before) : "";
            if (!text.isEmpty()) {
                return words.contains(text) && before.name().equals(node.name());
            }
        }
        return false;
    }

    private static String wholeText(PageNode node) {
        StringBuilder text = new StringBuilder();
        for (PageNode child : node.children()) {
            text.append(child.kind() == Kind.TEXT ? child.text() : wholeText(child));
        }
        return StaticWords.normalized(text.toString());
    }

    /// What is drawn without looking inside.
    private Optional<Piece> whole(PageNode node) {
        if (FRAMES.contains(node.name())) {
            return Optional.of(frame(node));
        }
        String type = node.attribute("type").toLowerCase(Locale.ROOT);
        if (node.name().equals("input") && BUTTON_INPUTS.contains(type)) {
            String text = StaticWords.normalized(node.attribute(type.equals("image") ? "alt" : "value"));
            Piece inside = words.contains(text) ? new Words(text) : new Value(0);
            return Optional.of(branch(tag(node, List.of()), List.of(inside)));
        }
        return leaves.of(node);
    }

    private Piece frame(PageNode node) {
        Optional<PageNode> document = node.children().stream()
                .filter(child -> child.kind() == Kind.DOCUMENT)
                .findFirst();
        if (document.isEmpty() && node.painted()) {
            unreadableFrames++;
        }
        return document.<Piece>map(this::tree).orElseGet(Opaque::new);
    }

    private Branch branch(Tag tag, List<Piece> inside) {
        return new Branch(tag, inside, Holds.in(inside));
    }

    private Tag tag(PageNode node, List<Piece> inside) {
        return new Tag(
                nameFor(node, inside),
                shortName(node.attribute("class")),
                shortName(node.attribute("id")),
                node.name().equals("dialog") ? "dialog" : node.attribute("role"),
                open.contains(Channel.STYLE_ATTRIBUTES) ? node.attribute("style") : "",
                open.contains(Channel.SPANS) ? node.attribute("colspan") : "");
    }

    private static String nameFor(PageNode node, List<Piece> inside) {
        String name = node.name();
        if (name.equals("input") || node.attribute("role").equals("button")) {
            return "button";
        }
        if (Tag.KEPT.contains(name)) {
            return name;
        }
        boolean inline = Tag.PHRASING.contains(name)
                || (name.contains("-") && inside.stream().noneMatch(SkeletonBuilder::isBlock));
        return inline ? "span" : "div";
    }

    private static boolean isBlock(Piece piece) {
        return switch (piece) {
            case Tree _ -> true;
            case Branch branch -> !Tag.PHRASING.contains(branch.tag().name());
            case Words _, Value _, Picture _, Field _, Opaque _ -> false;
        };
    }

    private static String shortName(String name) {
        return name.length() <= Limits.NAME_CHARACTERS ? name : "";
    }
}
