package dev.payfleet.scrub.page;

/// A style sheet of the live page.
///
/// @param text its rules
/// @param media its media query, or empty
/// @param fromFile whether the site serves it as a file of its own. Only such a sheet's lengths are the site's; one
///     that came inside the page, or that a script wrote, may have a person's numbers in it
record Sheet(String text, String media, boolean fromFile) {
    @Override
    public String toString() {
        return "Sheet[fromFile=" + fromFile + "]";
    }
}
