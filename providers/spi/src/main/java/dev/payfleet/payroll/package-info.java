/// The normalized payroll model that every provider's data is read into. It consists of records and knows no
/// provider.
@NullMarked
package dev.payfleet.payroll;

import org.jspecify.annotations.NullMarked;
