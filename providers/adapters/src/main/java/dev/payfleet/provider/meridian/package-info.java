/// The adapter for Meridian Pay, whose pages are drawn by a script from a JSON interface. Start at
/// [MeridianProvider]; [MeridianDeclaration] tells what it is, [MeridianApi] how the interface is read and
/// [MeridianPages] how the pages are, and the raw records hold what either shows on its way to the model.
@NullMarked
package dev.payfleet.provider.meridian;

import org.jspecify.annotations.NullMarked;
