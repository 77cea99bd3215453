/// What a provider adapter is, and everything it may touch while it visits a provider's site. Adapters depend on
/// this package and on nothing else of Payfleet.
@NullMarked
package dev.payfleet.provider;

import org.jspecify.annotations.NullMarked;
