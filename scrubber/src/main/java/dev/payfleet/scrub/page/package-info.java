/// Draws a page anew from its structure and its declared text, so that evidence holds no pixel of what a person
/// saw. Start at [PageRedraw][dev.payfleet.scrub.page.PageRedraw].
@NullMarked
package dev.payfleet.scrub.page;

import org.jspecify.annotations.NullMarked;
