/// The adapter for the provider Larkspur.
/// Everything that is particular to Larkspur's site is kept in this package.
@NullMarked
package dev.payfleet.provider.larkspur;

import org.jspecify.annotations.NullMarked;
