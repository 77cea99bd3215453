package dev.payfleet.scrub.page;

import java.util.EnumSet;
import java.util.Set;

/// The ways in which a value could reach the picture. All are closed; the tests open one at a time to show that the
/// comparison of two people's pictures would notice.
enum Channel {
    /// How long a value is.
    VALUE_LENGTH,
    /// How many texts and inline elements a value is made of.
    VALUE_PARTS,
    /// Whether a cell is empty.
    EMPTINESS,
    /// Classes and ids of elements that hold values.
    ROW_NAMES,
    /// The site's colours and fonts on elements that hold values.
    ROW_LOOK,
    /// `style` attributes.
    STYLE_ATTRIBUTES,
    /// Lengths and colours in style sheets that came inside the page.
    PAGE_SHEETS,
    /// Widths and heights of pictures, charts and fields.
    PICTURE_SIZES,
    /// How many columns a cell spans.
    SPANS;

    static Set<Channel> none() {
        return EnumSet.noneOf(Channel.class);
    }
}
