/// The two ways of visiting a provider: by HTTP requests ([HttpVisit]) and by a page in a browser ([PageVisit]).
/// They hold the wall of declared origins and turn everything that can go wrong into a trouble; start at
/// [HttpVisit].
@NullMarked
package dev.payfleet.provider.visit;

import org.jspecify.annotations.NullMarked;
