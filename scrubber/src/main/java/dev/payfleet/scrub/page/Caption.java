package dev.payfleet.scrub.page;

import java.util.List;
import java.util.regex.Pattern;

/// What the strip at the top of a redrawn page says. Its texts are shown as they are, so they must be the fleet's
/// own words: a provider's id, a page's name or path template, an outcome. An address is refused, because addresses
/// carry people's ids and tokens.
///
/// @param title the first line, 1 to 120 characters
/// @param notes at most four short notes below it, 1 to 120 characters each
public record Caption(String title, List<String> notes) {
    private static final int LONGEST = 120;
    private static final int MOST_NOTES = 4;
    private static final Pattern ADDRESS_OR_CONTROL = Pattern.compile("://|[?@&=]|[\\p{Cntrl}\\p{Cf}]");

    public Caption {
        notes = List.copyOf(notes);
        check("title", title);
        notes.forEach(note -> check("notes", note));
        if (notes.size() > MOST_NOTES) {
            throw new IllegalArgumentException(
                    "caption notes: expected at most " + MOST_NOTES + ", got " + notes.size());
        }
    }

    /// A caption of a title and some notes.
    public static Caption of(String title, String... notes) {
        return new Caption(title, List.of(notes));
    }

    private static void check(String field, String text) {
        if (text.isBlank()
                || text.length() > LONGEST
                || ADDRESS_OR_CONTROL.matcher(text).find()) {
            throw new IllegalArgumentException("caption " + field + ": expected 1 to " + LONGEST
                    + " characters of plain words, without an address, a query or control characters");
        }
    }
}
