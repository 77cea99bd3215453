package dev.payfleet.provider.reading;

import org.jspecify.annotations.Nullable;

/// A person's name in two parts. What a site writes in one is cut as its notation says, and never guessed at
/// further.
///
/// @param first given names, with middle names where there are any; null where there is one part alone
/// @param last family name, with what belongs to it
public record PersonName(@Nullable String first, String last) {

    /// Given names first: the last word is the family name.
    public static final Notation<PersonName> FIRST_LAST = new Order(false);

    /// Family name, comma, given names.
    public static final Notation<PersonName> LAST_COMMA_FIRST = new Order(true);

    /// Given names and family name, as one speaks them.
    public String full() {
        return first == null ? last : first + " " + last;
    }

    /// Nothing of the name.
    @Override
    public String toString() {
        return "PersonName[<redacted>]";
    }

    private record Order(boolean comma) implements Notation<PersonName> {

        @Override
        public @Nullable PersonName parse(String text) {
            String name = text.strip().replaceAll("\\s+", " ");
            int cut = comma ? name.indexOf(',') : name.lastIndexOf(' ');
            if (name.isEmpty() || (comma && (cut < 1 || name.indexOf(',', cut + 1) >= 0))) {
                return null;
            }
            if (cut < 0) {
                return new PersonName(null, name);
            }
            String before = name.substring(0, cut).strip();
            String after = name.substring(cut + 1).strip();
            if (comma) {
                return new PersonName(after.isEmpty() ? null : after, before);
            }
            return new PersonName(before, after);
        }

        @Override
        public String description() {
            return comma ? "a name as Family, Given" : "a name as Given Family";
        }
    }
}
