package dev.payfleet.scrub.page;

import java.util.List;

/// What is left of a page's node: its kind, its place in the tree, and static text. No value of the person's is in
/// it.
sealed interface Piece {
    /// Text that was declared static.
    record Words(String text) implements Piece {}

    /// A stand-in for whatever the page showed; `weight` is the same for all.
    record Value(int weight) implements Piece {}

    /// A picture, chart, film or plug-in.
    record Picture(PictureKind kind, int width) implements Piece {}

    /// A field of a form.
    ///
    /// @param hint a placeholder or accessible name that was declared static, or empty
    record Field(FieldKind kind, String hint) implements Piece {}

    /// A frame whose inside could not be read.
    record Opaque() implements Piece {}

    /// A frame, or the page itself.
    record Tree(Piece content, List<Sheet> sheets) implements Piece {}

    /// An element with something inside.
    record Branch(Tag tag, List<Piece> children, Holds holds) implements Piece {}

    /// What an element's subtree holds.
    ///
    /// @param words static text
    /// @param value anything that stands for a value
    /// @param field a field of a form
    /// @param section a part of a page: a heading, a form, a table, a landmark, a message
    record Holds(boolean words, boolean value, boolean field, boolean section) {
        static final Holds NOTHING = new Holds(false, false, false, false);

        Holds and(Holds other) {
            return new Holds(
                    words || other.words, value || other.value, field || other.field, section || other.section);
        }

        static Holds in(Piece piece) {
            return switch (piece) {
                case Words _ -> new Holds(true, false, false, false);
                case Value _ -> new Holds(false, true, false, false);
                case Field _ -> new Holds(false, false, true, false);
                case Picture _ -> NOTHING;
                // A frame lays itself out; but what stands around it must not be taken for a row of one value.
                case Opaque _, Tree _ -> new Holds(false, true, false, true);
                case Branch branch ->
                    branch.tag().section() ? branch.holds().and(new Holds(false, false, false, true)) : branch.holds();
            };
        }

        static Holds in(List<Piece> pieces) {
            return pieces.stream().map(Holds::in).reduce(NOTHING, Holds::and);
        }
    }
}
