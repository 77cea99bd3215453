/// Larkspur Payroll, a simulated British provider whose pages the server renders: the model for other adapters.
/// Read [LarkspurProvider] first, then the declaration, the site's notations and words, and one reading per
/// resource.
@NullMarked
package dev.payfleet.provider.larkspur;

import org.jspecify.annotations.NullMarked;
